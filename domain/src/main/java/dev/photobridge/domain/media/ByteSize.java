package dev.photobridge.domain.media;

/// A file's size or a limit to it, in bytes.
public record ByteSize(long bytes) {
  private static final long MEGABYTE = 1024 * 1024;

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size can't be negative: " + bytes);
    }
  }

  /// So many times 1,048,576 bytes, which is what the catalogue's `…_mb` settings count.
  public static ByteSize ofMegabytes(long megabytes) {
    return new ByteSize(Math.multiplyExact(megabytes, MEGABYTE));
  }

  /// Whole megabytes, rounded down.
  public long megabytes() {
    return bytes / MEGABYTE;
  }

  /// Whether this is more than the limit.
  public boolean exceeds(ByteSize limit) {
    return bytes > limit.bytes;
  }
}
