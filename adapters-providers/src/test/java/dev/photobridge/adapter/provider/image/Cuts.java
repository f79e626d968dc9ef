package dev.photobridge.adapter.provider.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// Cuts the metadata out of bytes.
final class Cuts {
  private Cuts() {}

  /// The photo without metadata; fails where that is impossible.
  static byte[] cut(byte[] photo) throws IOException {
    return bytes(outcome(photo));
  }

  /// What came of cutting a measurable photo.
  static CutPhoto outcome(byte[] photo) throws IOException {
    return new MetadataCutter().cut(new BytesFile(photo), Inspections.facts(photo));
  }

  /// The bytes of a photo that could be cut, as many as it said.
  static byte[] bytes(CutPhoto outcome) throws IOException {
    return switch (outcome) {
      case CutPhoto.Cut(var source) -> {
        try (var stream = source.open()) {
          byte[] bytes = stream.readAllBytes();
          assertThat(source.size()).isEqualTo(bytes.length);
          yield bytes;
        }
      }
      case CutPhoto.Impossible(var reason) -> throw new AssertionError(reason);
    };
  }
}
