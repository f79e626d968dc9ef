package dev.photobridge.adapter.provider.http;

import dev.photobridge.adapter.provider.http.SendablePhoto.Ready;
import dev.photobridge.adapter.provider.http.SendablePhoto.Unsendable;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ProviderCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The photos of one call, prepared to leave the server. Close them once they are sent.
public final class SendablePhotos implements AutoCloseable {
  private final List<SendablePhoto> photos = new ArrayList<>();

  private SendablePhotos() {}

  /// Prepares a call's photos in their order, up to the first that can't be sent.
  ///
  /// @throws UncheckedIOException when a file can't be read or written
  public static SendablePhotos of(ProviderCall call, int maxSidePx, PhotoSending sending)
      throws InterruptedException {
    var prepared = new SendablePhotos();
    boolean whole = false;
    try {
      for (CallPhoto photo : call.photos()) {
        if (prepared.obstacle().isEmpty()) {
          prepared.photos.add(one(call, photo, maxSidePx, sending));
        }
      }
      whole = true;
      return prepared;
    } finally {
      if (!whole) {
        prepared.close();
      }
    }
  }

  /// Prepares a single photo of a call; the caller closes what comes back.
  ///
  /// @throws UncheckedIOException when a file can't be read or written
  public static SendablePhoto one(
      ProviderCall call, CallPhoto photo, int maxSidePx, PhotoSending sending)
      throws InterruptedException {
    try {
      SendablePhoto prepared = sending.prepare(photo, maxSidePx, call.drafts());
      call.prepared().run();
      return prepared;
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("broken off while a photo was prepared");
      }
      throw new UncheckedIOException("can't prepare a photo for sending", e);
    }
  }

  /// Why they can't be sent; empty when they can.
  public Optional<String> obstacle() {
    return photos.stream()
        .filter(photo -> photo instanceof Unsendable)
        .map(photo -> ((Unsendable) photo).reason())
        .findFirst();
  }

  /// Those that can be sent.
  public List<Ready> ready() {
    return photos.stream()
        .filter(photo -> photo instanceof Ready)
        .map(photo -> (Ready) photo)
        .toList();
  }

  @Override
  public void close() {
    photos.forEach(SendablePhoto::close);
  }
}
