package dev.photobridge.adapter.provider.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/// Decodes Base64 that arrives in pieces of any length. Takes the standard and the URL-safe
/// alphabet, with or without padding, and skips white space. For one thread and one image at a
/// time.
final class Base64Sink {
  private static final int CHUNK = 32 * 1024;
  private static final byte BAD = 0;
  private static final byte SKIP = 1;
  private static final byte PAD = '=';

  /// For each character its twin in the standard alphabet, or what to do with it.
  private static final byte[] MEANING = meanings();

  private final byte[] chunk = new byte[CHUNK];
  private final byte[] decoded = new byte[CHUNK / 4 * 3];
  private OutputStream out = OutputStream.nullOutputStream();
  private int filled;
  // so many characters of the chunk are known to be of the standard alphabet
  private int tidied;
  private boolean padded;
  private boolean broken;
  private long written;

  /// Begins an image.
  void begin(OutputStream image) {
    out = image;
    filled = 0;
    tidied = 0;
    padded = false;
    broken = false;
    written = 0;
  }

  /// Takes the next characters.
  void accept(byte[] from, int start, int end) throws IOException {
    for (int next = start; next < end; ) {
      int count = Math.min(end - next, CHUNK - filled);
      System.arraycopy(from, next, chunk, filled, count);
      filled += count;
      next += count;
      decodeFullChunk();
    }
  }

  /// Takes the next character.
  void accept(int character) throws IOException {
    chunk[filled++] = character >= 0 && character < MEANING.length ? (byte) character : BAD;
    decodeFullChunk();
  }

  /// Ends the image; its stream stays open.
  ///
  /// @return whether there was one and all of it was Base64
  boolean finish() throws IOException {
    tidy();
    broken |= filled % 4 == 1;
    if (!broken) {
      write(Base64.getDecoder().decode(Arrays.copyOf(chunk, filled), decoded));
    }
    return !broken && written > 0;
  }

  private void decodeFullChunk() throws IOException {
    if (filled < CHUNK) {
      return;
    }
    // plain Base64, which is what services send, goes through the decoder's fast path as it is
    if (padded || chunk[CHUNK - 1] == PAD || !decodeAsItIs()) {
      tidy();
      if (filled == CHUNK) {
        decodeAsItIs();
      }
    }
  }

  private boolean decodeAsItIs() throws IOException {
    int count;
    try {
      count = Base64.getDecoder().decode(chunk, decoded);
    } catch (IllegalArgumentException _) {
      return false;
    }
    write(count);
    return true;
  }

  private void write(int count) throws IOException {
    filled = 0;
    tidied = 0;
    if (!broken) {
      out.write(decoded, 0, count);
      written += count;
    }
  }

  /// Leaves only characters of the standard alphabet in the chunk.
  private void tidy() {
    int kept = tidied;
    for (int i = tidied; i < filled; i++) {
      byte meaning = chunk[i] < 0 ? BAD : MEANING[chunk[i]];
      switch (meaning) {
        case BAD -> broken = true;
        case SKIP -> {}
        case PAD -> padded = true;
        default -> {
          broken |= padded;
          chunk[kept++] = meaning;
        }
      }
    }
    filled = kept;
    tidied = kept;
  }

  private static byte[] meanings() {
    var meanings = new byte[128];
    for (char c = 'A'; c <= 'Z'; c++) {
      meanings[c] = (byte) c;
      meanings[c + 32] = (byte) (c + 32);
    }
    for (char c = '0'; c <= '9'; c++) {
      meanings[c] = (byte) c;
    }
    meanings['+'] = meanings['-'] = '+';
    meanings['/'] = meanings['_'] = '/';
    meanings['='] = PAD;
    meanings[' '] = meanings['\t'] = meanings['\r'] = meanings['\n'] = SKIP;
    return meanings;
  }
}
