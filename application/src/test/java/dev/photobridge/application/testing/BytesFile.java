package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// A file that is an array. Safe for use by many threads.
public final class BytesFile implements StoredFile {
  private final byte[] bytes;

  public BytesFile(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public SeekableByteChannel openChannel() {
    return new Channel(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
  }

  /// All of it.
  public byte[] bytes() {
    return bytes.clone();
  }

  private static final class Channel implements SeekableByteChannel {
    private final ByteBuffer content;
    private long position;
    private boolean open = true;

    private Channel(ByteBuffer content) {
      this.content = content;
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
      checkOpen();
      if (position >= content.capacity()) {
        return -1;
      }
      int length = (int) Math.min(target.remaining(), content.capacity() - position);
      target.put(content.slice((int) position, length));
      position += length;
      return length;
    }

    @Override
    public synchronized long position() throws IOException {
      checkOpen();
      return position;
    }

    @Override
    public synchronized SeekableByteChannel position(long newPosition) throws IOException {
      checkOpen();
      if (newPosition < 0) {
        throw new IllegalArgumentException("before the first byte: " + newPosition);
      }
      position = newPosition;
      return this;
    }

    @Override
    public synchronized long size() throws IOException {
      checkOpen();
      return content.capacity();
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public synchronized boolean isOpen() {
      return open;
    }

    @Override
    public synchronized void close() {
      open = false;
    }

    private void checkOpen() throws ClosedChannelException {
      if (!open) {
        throw new ClosedChannelException();
      }
    }
  }
}
