package dev.photobridge.adapter.provider.http;

import dev.photobridge.adapter.provider.image.CutPhoto;
import dev.photobridge.adapter.provider.image.MetadataCutter;
import dev.photobridge.adapter.provider.pixels.PhotoPlan;
import dev.photobridge.adapter.provider.pixels.PhotoPreparer;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.DraftSource;
import java.io.IOException;
import java.util.Optional;

/// Sends photos with their own pixels and without their metadata where it can, and drawn anew where
/// they have to be turned or scaled.
public final class PreparedPhotoSending implements PhotoSending {
  private final PhotoPreparer preparer;
  private final MetadataCutter cutter;

  public PreparedPhotoSending(PhotoPreparer preparer, MetadataCutter cutter) {
    this.preparer = preparer;
    this.cutter = cutter;
  }

  @Override
  public Sendable prepare(CallPhoto photo, int maxSidePx, DraftSource drafts)
      throws IOException, InterruptedException {
    return switch (preparer.prepare(photo, maxSidePx, drafts)) {
      case PhotoPlan.AsIs _ -> cut(photo);
      case PhotoPlan.Redrawn redrawn ->
          new Ready(redrawn.facts().type(), redrawn.draft().file(), Optional.of(redrawn.draft()));
      case PhotoPlan.Undecodable undecodable -> new Unsendable(undecodable.reason());
    };
  }

  private Sendable cut(CallPhoto photo) throws IOException {
    return switch (cutter.cut(photo.file(), photo.facts())) {
      case CutPhoto.Cut cut -> new Ready(photo.facts().type(), cut.bytes(), Optional.empty());
      case CutPhoto.Impossible impossible -> new Unsendable(impossible.reason());
    };
  }
}
