package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.adapter.provider.http.SendablePhoto;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a call's prepared photos readable by links.
final class SharedLinks {
  private SharedLinks() {}

  /// The links, by image.
  ///
  /// @param photos the call's, prepared, in its order
  /// @throws UncheckedIOException when a file of ours can't be read or written
  static Map<String, String> of(ProviderCall call, List<SendablePhoto.Ready> photos)
      throws InterruptedException {
    var links = new LinkedHashMap<String, String>();
    try {
      for (int i = 0; i < photos.size(); i++) {
        links.put(call.photos().get(i).part().id(), link(call, photos.get(i)));
      }
      return links;
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("broken off while a photo was shared");
      }
      throw new UncheckedIOException("can't share a photo with the provider", e);
    }
  }

  private static String link(ProviderCall call, SendablePhoto.Ready photo) throws IOException {
    if (photo.redrawn().isPresent()) {
      return call.publisher().publish(photo.redrawn().get());
    }
    try (MediaDraft copy = call.drafts().begin()) {
      try (InputStream from = photo.bytes().open();
          OutputStream to = copy.write()) {
        from.transferTo(to);
      }
      return call.publisher().publish(copy);
    }
  }
}
