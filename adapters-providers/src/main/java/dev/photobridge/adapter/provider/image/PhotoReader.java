package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/// Reads a file's numbers and bytes from a place that moves on, through one buffer of fixed size.
/// Reading past the end breaks off as truncated. For one thread.
final class PhotoReader implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final byte MARKER_BYTE = (byte) 0xFF;

  private final SeekableByteChannel channel;
  private final long size;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long bufferStart;
  private int next;
  private int limit;
  private @Nullable MarkerPlaces markers;

  private PhotoReader(SeekableByteChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  /// Opens the file at its first byte; the caller closes the reader.
  static PhotoReader open(StoredFile file) throws IOException {
    SeekableByteChannel channel = file.openChannel();
    try {
      return new PhotoReader(channel, channel.size());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Lets it go from marker to marker without looking for them. Without effect where the places are
  /// not all of this file's.
  void goBy(MarkerPlaces found) {
    markers = found.areOf(size) ? found : null;
  }

  /// The file's length.
  long size() {
    return size;
  }

  /// The first bytes of the file, fewer where it has fewer; the reader stands behind them.
  byte[] head(int most) throws IOException {
    channel.position(0);
    bufferStart = 0;
    limit = 0;
    boolean found = fill();
    next = found ? Math.min(most, limit) : 0;
    return Arrays.copyOf(buffer, next);
  }

  /// The place of the next byte to be read.
  long position() {
    return bufferStart + next;
  }

  /// How many bytes follow.
  long remaining() {
    return size - position();
  }

  /// Goes to this place.
  void seek(long position) throws IOException, BrokenPhotoException {
    if (position < 0 || position > size) {
      throw BrokenPhotoException.truncated();
    }
    if (position >= bufferStart && position <= bufferStart + limit) {
      next = (int) (position - bufferStart);
      return;
    }
    channel.position(position);
    bufferStart = position;
    next = 0;
    limit = 0;
  }

  /// Leaves out the next `count` bytes.
  void skip(long count) throws IOException, BrokenPhotoException {
    if (count < 0 || count > remaining()) {
      throw BrokenPhotoException.truncated();
    }
    seek(position() + count);
  }

  /// The next byte, 0 to 255.
  int u8() throws IOException, BrokenPhotoException {
    if (next == limit && !fill()) {
      throw BrokenPhotoException.truncated();
    }
    return buffer[next++] & 0xFF;
  }

  /// The next bytes as a number, the high one first.
  ///
  /// @param count how many bytes, 0 to 8; of 8 the number has to fit a long
  long bigEndian(int count) throws IOException, BrokenPhotoException {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | u8();
    }
    if (value < 0) {
      throw BrokenPhotoException.unreadable("an impossibly large number");
    }
    return value;
  }

  /// The next bytes as a number, the low one first.
  ///
  /// @param count how many bytes, 1 to 4
  long littleEndian(int count) throws IOException, BrokenPhotoException {
    long value = 0;
    for (int shift = 0; shift < 8 * count; shift += 8) {
      value |= (long) u8() << shift;
    }
    return value;
  }

  /// The next `count` bytes; the caller bounds the count.
  byte[] bytes(int count) throws IOException, BrokenPhotoException {
    if (count > remaining()) {
      throw BrokenPhotoException.truncated();
    }
    var bytes = new byte[count];
    int done = 0;
    while (done < count) {
      int part = part(count - done);
      System.arraycopy(buffer, next, bytes, done, part);
      next += part;
      done += part;
    }
    return bytes;
  }

  /// The next four bytes as the name of a chunk or box.
  String fourLetters() throws IOException, BrokenPhotoException {
    return new String(bytes(4), StandardCharsets.ISO_8859_1);
  }

  /// Adds the next `count` bytes to a checksum.
  void addTo(Checksum sum, long count) throws IOException, BrokenPhotoException {
    long left = count;
    while (left > 0) {
      int part = part(left);
      sum.update(buffer, next, part);
      next += part;
      left -= part;
    }
  }

  /// Goes to the next 0xFF that may be where a marker of a JPEG begins.
  void skipToMarkerByte() throws IOException, BrokenPhotoException {
    if (markers != null) {
      seek(markers.next(position()));
    }
    while (true) {
      next = ByteSearch.indexOf(MARKER_BYTE, buffer, next, limit);
      if (next < limit) {
        return;
      }
      if (!fill()) {
        throw BrokenPhotoException.truncated();
      }
    }
  }

  /// How many of the wanted bytes are in the buffer, at least one.
  private int part(long wanted) throws IOException, BrokenPhotoException {
    if (next == limit && !fill()) {
      throw BrokenPhotoException.truncated();
    }
    return (int) Math.min(wanted, limit - next);
  }

  /// Reads the next bytes into the used-up buffer; false at the end of the file.
  private boolean fill() throws IOException {
    bufferStart += limit;
    next = 0;
    limit = 0;
    var free = ByteBuffer.wrap(buffer);
    while (free.hasRemaining() && channel.read(free) > 0) {
      limit = free.position();
    }
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
