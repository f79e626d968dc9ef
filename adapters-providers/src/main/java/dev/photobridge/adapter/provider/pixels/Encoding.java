package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.MediaType;
import java.util.Optional;

/// How a bitmap becomes a file.
public sealed interface Encoding {
  /// The format of the file.
  MediaType type();

  /// As JPEG; what is transparent becomes white.
  ///
  /// @param quality in percent, 1 to 100
  record Jpeg(int quality) implements Encoding {
    public Jpeg {
      requireQuality(quality);
    }

    @Override
    public MediaType type() {
      return MediaType.JPEG;
    }
  }

  /// As PNG, without loss.
  record Png() implements Encoding {
    @Override
    public MediaType type() {
      return MediaType.PNG;
    }
  }

  /// As lossy WEBP; what is transparent stays so. Not on every machine, see [PixelWriter#obstacle].
  ///
  /// @param quality in percent, 1 to 100
  record Webp(int quality) implements Encoding {
    public Webp {
      requireQuality(quality);
    }

    @Override
    public MediaType type() {
      return MediaType.WEBP;
    }
  }

  /// The encoding for a format, or empty where it can't be written anywhere: HEIC, HEIF.
  static Optional<Encoding> of(MediaType type, int quality) {
    return switch (type) {
      case JPEG -> Optional.of(new Jpeg(quality));
      case PNG -> Optional.of(new Png());
      case WEBP -> Optional.of(new Webp(quality));
      case HEIC, HEIF -> Optional.empty();
    };
  }

  /// The encoding that loses nothing which matters: PNG where something is transparent, else JPEG.
  static Encoding fitting(Bitmap bitmap, int quality) {
    return bitmap.isOpaque() ? new Jpeg(quality) : new Png();
  }

  /// How many pixels, of four bytes each, encoding holds besides the bitmap.
  ///
  /// @param pixels of the bitmap
  default long weight(long pixels) {
    return switch (this) {
      case Jpeg _, Png _ -> 0;
      case Webp _ -> pixels;
    };
  }

  private static void requireQuality(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality must be 1 to 100, not " + quality);
    }
  }
}
