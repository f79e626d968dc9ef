package dev.photobridge.adapter.provider.http;

import dev.photobridge.adapter.provider.image.CutPhoto;
import dev.photobridge.adapter.provider.image.MetadataCutter;
import dev.photobridge.adapter.provider.pixels.PhotoPlan;
import dev.photobridge.adapter.provider.pixels.PhotoPreparer;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.DraftSource;
import java.io.IOException;
import java.util.Optional;

/// Makes photos fit to leave the server: upright, no larger than of use, without metadata. A photo
/// that needs neither turning nor scaling keeps its own pixels, and its metadata is cut out while
/// it is sent; the others are drawn anew. Safe for use by many threads.
public final class PhotoSending {
  private final PhotoPreparer preparer;
  private final MetadataCutter cutter;

  public PhotoSending(PhotoPreparer preparer, MetadataCutter cutter) {
    this.preparer = preparer;
    this.cutter = cutter;
  }

  /// Prepares one photo; the caller closes what comes back.
  ///
  /// @param maxSidePx the longest side that is of use
  /// @param drafts for photos that have to be drawn anew
  /// @throws IOException when a file can't be read or written
  SendablePhoto prepare(CallPhoto photo, int maxSidePx, DraftSource drafts)
      throws IOException, InterruptedException {
    return switch (preparer.prepare(photo, maxSidePx, drafts)) {
      case PhotoPlan.AsIs _ -> cut(photo);
      case PhotoPlan.Redrawn(var draft, var facts) ->
          new SendablePhoto.Ready(facts.type(), draft.file(), Optional.of(draft));
      case PhotoPlan.Undecodable(var reason) -> new SendablePhoto.Unsendable(reason);
    };
  }

  private SendablePhoto cut(CallPhoto photo) throws IOException {
    return switch (cutter.cut(photo.file(), photo.facts())) {
      case CutPhoto.Cut(var bytes) ->
          new SendablePhoto.Ready(photo.facts().type(), bytes, Optional.empty());
      case CutPhoto.Impossible(var reason) -> new SendablePhoto.Unsendable(reason);
    };
  }
}
