package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;

/// Makes photos fit for providers: upright, of one frame, no larger than of use, and in sRGB, since
/// not every model minds a profile or knows CMYK. Photos that are so already are not touched. Safe
/// for use by many threads.
public final class PhotoPreparer {
  /// JPEG quality of photos drawn anew.
  private static final int QUALITY = 92;

  private final PixelReader reader;
  private final DecodePermits permits;

  /// @param permits bound the decoding
  public PhotoPreparer(PixelReader reader, DecodePermits permits) {
    this.reader = reader;
    this.permits = permits;
  }

  /// Draws a photo anew where it needs turning, scaling, other colours or to lose its further
  /// frames: as JPEG, or as PNG where it has transparent parts. HEIC and HEIF always stay as they
  /// are, since they can't be decoded here. May wait for a permit.
  ///
  /// @param maxSidePx the longest side that is of use
  /// @param drafts begins the file of a photo drawn anew
  /// @throws IOException when a file can't be read or written
  public PhotoPlan prepare(CallPhoto photo, int maxSidePx, DraftSource drafts)
      throws IOException, InterruptedException {
    if (isFit(photo, maxSidePx)) {
      return new PhotoPlan.AsIs();
    }
    PixelSize wanted = photo.facts().uprightSize().fittedInto(maxSidePx);
    return permits.call(reader.weight(photo.facts(), wanted), () -> redraw(photo, wanted, drafts));
  }

  private static boolean isFit(CallPhoto photo, int maxSidePx) throws IOException {
    MediaType type = photo.facts().type();
    boolean decodable = type != MediaType.HEIC && type != MediaType.HEIF;
    return !decodable
        || (hasFitShape(photo.facts(), maxSidePx) && !PhotoColours.areForeign(photo.file(), type));
  }

  private static boolean hasFitShape(PhotoFacts photo, int maxSidePx) {
    return photo.orientation() == Orientation.UPRIGHT
        && !photo.animated()
        && photo.storedSize().longestSide() <= maxSidePx;
  }

  private PhotoPlan redraw(CallPhoto photo, PixelSize wanted, DraftSource drafts)
      throws IOException, InterruptedException {
    return switch (reader.read(photo.file(), photo.facts(), wanted)) {
      case PixelReading.Decoded decoded -> {
        Bitmap bitmap = decoded.bitmap();
        var drawn = DrawnPhoto.draw(bitmap, Encoding.fitting(bitmap, QUALITY), drafts);
        yield new PhotoPlan.Redrawn(drawn.draft(), drawn.facts());
      }
      case PixelReading.Undecodable undecodable -> new PhotoPlan.Undecodable(undecodable.reason());
    };
  }
}
