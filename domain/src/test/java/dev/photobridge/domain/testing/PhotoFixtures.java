package dev.photobridge.domain.testing;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.util.UUID;

/// What photos are, without photos.
public final class PhotoFixtures {
  private PhotoFixtures() {}

  /// An upright JPEG of 1,200 by 800 pixels and 100,000 bytes.
  public static PhotoFactsFixture aPhoto() {
    return new PhotoFactsFixture(
        MediaType.JPEG, new PixelSize(1200, 800), Orientation.UPRIGHT, new ByteSize(100_000));
  }

  /// A media id that is the same for the same number.
  public static MediaId aMediaId(int number) {
    return new MediaId(new UUID(0x4d_0000_4000L, 0x8000_0000_0000_0000L + number));
  }

  /// Facts in the making.
  public record PhotoFactsFixture(
      MediaType type, PixelSize storedSize, Orientation orientation, ByteSize fileSize) {
    public PhotoFactsFixture withType(MediaType newType) {
      return new PhotoFactsFixture(newType, storedSize, orientation, fileSize);
    }

    public PhotoFactsFixture withSize(int width, int height) {
      return new PhotoFactsFixture(type, new PixelSize(width, height), orientation, fileSize);
    }

    public PhotoFactsFixture withOrientation(Orientation newOrientation) {
      return new PhotoFactsFixture(type, storedSize, newOrientation, fileSize);
    }

    public PhotoFactsFixture withFileSize(long bytes) {
      return new PhotoFactsFixture(type, storedSize, orientation, new ByteSize(bytes));
    }

    public PhotoFacts build() {
      return new PhotoFacts(type, storedSize, orientation, false, fileSize);
    }
  }
}
