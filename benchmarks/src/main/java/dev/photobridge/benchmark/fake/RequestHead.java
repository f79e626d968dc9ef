package dev.photobridge.benchmark.fake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What matters of a request's first lines.
///
/// @param path without host
/// @param length of the body; -1 where it comes in chunks
/// @param awaitsContinue whether the client wants to hear that it may go on
/// @param keepsAlive whether further requests may follow
record RequestHead(String path, long length, boolean awaitsContinue, boolean keepsAlive) {
  /// Reads the lines up to the empty one.
  static RequestHead of(byte[] bytes, int count) {
    String[] lines = new String(bytes, 0, count, StandardCharsets.ISO_8859_1).split("\r\n", -1);
    String[] first = lines[0].split(" ", -1);
    long length = 0;
    boolean awaits = false;
    boolean keeps = first[2].equals("HTTP/1.1");
    for (String line : lines) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        length = -1;
      } else if (lower.startsWith("expect:")) {
        awaits = true;
      } else if (lower.startsWith("connection:")) {
        keeps = lower.contains("keep-alive") || (keeps && !lower.contains("close"));
      }
    }
    return new RequestHead(first[1], length, awaits, keeps);
  }

  boolean isChunked() {
    return length < 0;
  }
}
