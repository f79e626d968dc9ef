package dev.photobridge.adapter.provider.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.PassingPhoto;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Inspects bytes and says in short what came of it, which is the same for bytes that were looked
/// at while they were written.
final class Inspections {
  private static final ByteScanPhotoInspector INSPECTOR = new ByteScanPhotoInspector();

  private Inspections() {}

  static PhotoInspection inspect(byte[] bytes) throws IOException {
    var file = new BytesFile(bytes);
    PhotoInspection inspection = INSPECTOR.inspect(file);
    assertThat(watched(bytes).inspect(file)).isEqualTo(inspection);
    return inspection;
  }

  /// A photo that was written in pieces of growing length.
  private static PassingPhoto watched(byte[] bytes) throws IOException {
    PassingPhoto photo = INSPECTOR.passing();
    var written = new ByteArrayOutputStream();
    try (OutputStream out = photo.over(written)) {
      int at = 0;
      for (int length = 1; at < bytes.length; length++) {
        int piece = Math.min(length, bytes.length - at);
        out.write(bytes, at, piece);
        at += piece;
      }
    }
    assertThat(written.toByteArray()).isEqualTo(bytes);
    return photo;
  }

  /// Such as `JPEG 900x500 UPRIGHT`, `WEBP 80x80 UPRIGHT animated`, `Truncated[type=PNG]`.
  static String summary(byte[] bytes) throws IOException {
    return switch (inspect(bytes)) {
      case PhotoInspection.Measured(var facts) -> summary(facts);
      case PhotoInspection.Unusable(var refusal) -> refusal.toString();
    };
  }

  /// The facts of a photo that has to be measurable.
  static PhotoFacts facts(byte[] bytes) throws IOException {
    return switch (inspect(bytes)) {
      case PhotoInspection.Measured(var facts) -> facts;
      case PhotoInspection.Unusable(var refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  private static String summary(PhotoFacts facts) {
    return "%s %s %s%s"
        .formatted(
            facts.type(),
            facts.storedSize(),
            facts.orientation(),
            facts.animated() ? " animated" : "");
  }
}
