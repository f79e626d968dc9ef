package dev.photobridge.fault.provider;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request of HTTP/1.1 with a known length.
final class ProviderRequest {
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final int LONGEST_HEAD = 20_000;

  private final String line;
  private final Map<String, String> headers;
  private final byte[] body;

  private ProviderRequest(String line, Map<String, String> headers, byte[] body) {
    this.line = line;
    this.headers = headers;
    this.body = body;
  }

  /// Reads the next one; empty where the caller has no more.
  static Optional<ProviderRequest> read(InputStream in) throws IOException {
    Optional<String> head = head(in);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = head.get().lines().toList();
    var headers = new HashMap<String, String>();
    for (String header : lines.subList(1, lines.size())) {
      int colon = header.indexOf(':');
      if (colon > 0) {
        String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, header.substring(colon + 1).strip());
      }
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the caller broke off");
    }
    return Optional.of(new ProviderRequest(lines.getFirst(), headers, body));
  }

  /// What was sent, whole.
  byte[] body() {
    return body;
  }

  /// The key that signs the call.
  String key() {
    return headers.getOrDefault("x-goog-api-key", "");
  }

  boolean asksForImage() {
    return line.startsWith("POST ") && line.contains(":generateContent");
  }

  private static Optional<String> head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (head.size() < LONGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      head.write(next);
      if (next == '\n' && head.size() >= 4) {
        String text = head.toString(StandardCharsets.ISO_8859_1);
        if (text.endsWith(END_OF_HEAD)) {
          return Optional.of(text);
        }
      }
    }
    throw new IOException("a request without an end");
  }
}
