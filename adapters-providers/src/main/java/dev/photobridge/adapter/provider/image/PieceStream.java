package dev.photobridge.adapter.provider.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Delivers pieces one after the other, those of the file straight from it. For one thread.
final class PieceStream extends InputStream {
  /// Bounds the memory that a channel takes for a single read.
  private static final int MAX_READ = 128 * 1024;

  private final SeekableByteChannel file;
  private final List<Piece> pieces;
  private int current;
  private long done;

  /// Takes over the channel.
  PieceStream(SeekableByteChannel file, List<Piece> pieces) {
    this.file = file;
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    var single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    while (current < pieces.size() && done == pieces.get(current).length()) {
      current++;
      done = 0;
    }
    if (current == pieces.size()) {
      return -1;
    }
    var piece = pieces.get(current);
    int wanted = (int) Math.min(Math.min(length, MAX_READ), piece.length() - done);
    int count = copy(piece, ByteBuffer.wrap(target, offset, wanted));
    done += count;
    return count;
  }

  /// Copies from the piece, as far as it has been delivered, to the target; at least one byte.
  private int copy(Piece piece, ByteBuffer target) throws IOException {
    int wanted = target.remaining();
    switch (piece) {
      case Piece.Stretch(long start, _) -> {
        return copyFromFile(start + done, target);
      }
      case Piece.Literal(byte[] bytes) -> target.put(bytes, (int) done, wanted);
      case Piece.Zeros _ -> {
        int from = target.arrayOffset() + target.position();
        Arrays.fill(target.array(), from, from + wanted, (byte) 0);
      }
    }
    return wanted;
  }

  private int copyFromFile(long position, ByteBuffer target) throws IOException {
    if (done == 0) {
      file.position(position);
    }
    int count = file.read(target);
    if (count < 1) {
      throw new EOFException("the stored photo has become shorter");
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
