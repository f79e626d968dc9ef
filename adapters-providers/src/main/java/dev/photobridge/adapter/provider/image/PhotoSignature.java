package dev.photobridge.adapter.provider.image;

import dev.photobridge.domain.media.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells the type of a file by its first bytes. What is not named here is not an image for the
/// bridge: GIF, TIFF, BMP, SVG, AVIF and everything else.
final class PhotoSignature {
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int WEBP_BYTES = 12;
  private static final int MAX_BYTES = 256;

  /// Brands of pictures coded as HEVC (ISO/IEC 23008-12, annex B).
  private static final List<String> HEVC_BRANDS =
      List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");

  /// Brands of pictures coded as AV1, which the bridge does not know.
  private static final List<String> AV1_BRANDS = List.of("avif", "avis");

  /// Brands of pictures in any coding.
  private static final List<String> HEIF_BRANDS = List.of("mif1", "mif2", "msf1", "heif");

  private PhotoSignature() {}

  /// The type, or empty for anything but an image.
  static Optional<MediaType> typeOf(PhotoReader reader) throws IOException {
    byte[] head = reader.head(MAX_BYTES);
    if (startsWith(head, JPEG)) {
      return Optional.of(MediaType.JPEG);
    }
    if (startsWith(head, PNG)) {
      return Optional.of(MediaType.PNG);
    }
    var text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("RIFF") && text.startsWith("WEBP", WEBP_BYTES - 4)) {
      return Optional.of(MediaType.WEBP);
    }
    return text.startsWith("ftyp", 4) ? typeOfBrands(brands(text)) : Optional.empty();
  }

  private static boolean startsWith(byte[] head, byte[] signature) {
    return head.length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
  }

  /// The brands of an `ftyp` box: the major one, behind its version number the compatible ones.
  private static Set<String> brands(String text) {
    int end = Math.min(text.length(), Math.max(text.charAt(2) << 8 | text.charAt(3), 12));
    var brands = new HashSet<String>();
    for (int at = 8; at + 4 <= end; at += 4) {
      brands.add(text.substring(at, at + 4));
    }
    return brands;
  }

  private static Optional<MediaType> typeOfBrands(Set<String> brands) {
    if (HEVC_BRANDS.stream().anyMatch(brands::contains)) {
      return Optional.of(MediaType.HEIC);
    }
    if (AV1_BRANDS.stream().anyMatch(brands::contains)) {
      return Optional.empty();
    }
    return HEIF_BRANDS.stream().anyMatch(brands::contains)
        ? Optional.of(MediaType.HEIF)
        : Optional.empty();
  }
}
