package dev.photobridge.adapter.provider.pixels;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;

/// Lets image decoders read a file through a small window, without a cache. Remembers trouble of
/// the file itself, so that it is not taken for a broken photo.
final class ChannelImageInput extends ImageInputStreamImpl {
  private static final int WINDOW = 32 * 1024;

  private final SeekableByteChannel channel;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private @Nullable IOException trouble;

  /// Takes the channel over and closes it with itself.
  ChannelImageInput(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /// @throws IOException the one that reading the file ran into, if any
  void throwTrouble() throws IOException {
    if (trouble != null) {
      throw trouble;
    }
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    bitOffset = 0;
    if (!window.hasRemaining() && !refilled()) {
      return -1;
    }
    streamPos++;
    return window.get() & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (!window.hasRemaining() && !refilled()) {
      return -1;
    }
    int count = Math.min(length, window.remaining());
    window.get(bytes, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public void seek(long position) throws IOException {
    long windowStart = streamPos - window.position();
    super.seek(position);
    long inWindow = position - windowStart;
    if (inWindow >= 0 && inWindow <= window.limit()) {
      window.position((int) inWindow);
    } else {
      window.limit(0);
    }
  }

  @Override
  public long length() {
    try {
      return channel.size();
    } catch (IOException e) {
      trouble = e;
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    channel.close();
  }

  private boolean refilled() throws IOException {
    try {
      window.clear();
      int count = channel.position(streamPos).read(window);
      window.flip();
      return count > 0;
    } catch (IOException e) {
      window.limit(0);
      trouble = e;
      throw e;
    }
  }
}
