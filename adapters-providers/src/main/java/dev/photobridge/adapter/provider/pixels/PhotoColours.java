package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import java.awt.color.ColorSpace;
import java.io.IOException;
import java.util.Optional;

/// Tells which photos have colours that not everyone shows right, by their headers alone.
final class PhotoColours {
  private PhotoColours() {}

  /// Whether the photo's numbers mean something else than sRGB: it has the four inks of print, or a
  /// profile that differs. What can't be read counts as sRGB, and so does HEIC, whose profile stays
  /// with it.
  ///
  /// @throws IOException when the file can't be read
  static boolean areForeign(StoredFile file, MediaType type) throws IOException {
    try (var input = new ChannelImageInput(file.openChannel())) {
      return areForeign(input, type);
    }
  }

  private static boolean areForeign(ChannelImageInput input, MediaType type) throws IOException {
    try {
      return switch (type) {
        case JPEG -> areForeign(JpegHeader.of(input));
        case PNG -> areForeign(PngColours.in(input));
        case WEBP -> areForeign(WebpColours.in(input));
        case HEIC, HEIF -> false;
      };
    } catch (IOException e) {
      input.throwTrouble();
      return false;
    }
  }

  private static boolean areForeign(JpegHeader header) {
    return header.isCmyk() || areForeign(header.colours());
  }

  private static boolean areForeign(Optional<ColorSpace> colours) {
    return colours.filter(EmbeddedColours::matter).isPresent();
  }
}
