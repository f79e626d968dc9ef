package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.IOException;

/// Inspects bytes and says in short what came of it.
final class Inspections {
  private static final ByteScanPhotoInspector INSPECTOR = new ByteScanPhotoInspector();

  private Inspections() {}

  static PhotoInspection inspect(byte[] bytes) throws IOException {
    return INSPECTOR.inspect(new BytesFile(bytes));
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
