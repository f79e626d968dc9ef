package dev.photobridge.adapter.provider.image;

/// Some bytes of a cut photo.
sealed interface Piece {
  /// How many bytes.
  long length();

  /// Bytes of the stored file, beginning at `start`.
  record Stretch(long start, long length) implements Piece {}

  /// Bytes of zero.
  record Zeros(long length) implements Piece {}

  /// These very bytes.
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  record Literal(byte[] bytes) implements Piece {
    @Override
    public long length() {
      return bytes.length;
    }
  }
}
