package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A form with files in it (`multipart/form-data`, RFC 7578), whose files are read only while it is
/// sent. For one thread.
public final class MultipartForm {
  private static final String LINE_END = "\r\n";

  private final String boundary;
  private final List<ByteSource> pieces = new ArrayList<>();

  /// @param random for a boundary that nobody can put into a photo or a text beforehand
  public MultipartForm(RandomGenerator random) {
    this.boundary = "photobridge-%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  /// Adds a field.
  public MultipartForm text(String name, String value) {
    pieces.add(TextPiece.of(head(name) + LINE_END.repeat(2) + value + LINE_END));
    return this;
  }

  /// Adds a file.
  ///
  /// @param mime its content type
  public MultipartForm file(String name, String fileName, String mime, ByteSource bytes) {
    String named = head(name) + "; filename=\"" + quotable(fileName) + "\"" + LINE_END;
    pieces.add(TextPiece.of(named + "Content-Type: " + mime + LINE_END.repeat(2)));
    pieces.add(bytes);
    pieces.add(TextPiece.of(LINE_END));
    return this;
  }

  /// What `Content-Type` says about the body.
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /// The form with what was added so far.
  public StreamedBody body() {
    var all = new ArrayList<>(pieces);
    all.add(TextPiece.of("--" + boundary + "--" + LINE_END));
    return new StreamedBody(all);
  }

  private String head(String name) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\""
        .formatted(boundary, quotable(name));
  }

  /// As browsers write names, so that none ends early.
  private static String quotable(String name) {
    return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }
}
