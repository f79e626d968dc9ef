package dev.photobridge.adapter.http.upload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The headers of one part as far as they matter here: what the field is called, and whether it is
/// a file.
final class PartHeaders {
  private static final Set<String> PLAIN_ENCODINGS = Set.of("7bit", "8bit", "binary");

  private final Map<String, String> values = new HashMap<>();
  private String last = "";

  /// Adds a line, without its end.
  void add(byte[] bytes, int offset, int length) throws FormRejectedException {
    String line = FieldText.decode(bytes, offset, length);
    if (isFolded(line)) {
      values.merge(last, " " + line.strip(), String::concat);
      return;
    }
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw FormRejectedException.malformed("a header of a part without its name");
    }
    last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    if (values.put(last, line.substring(colon + 1).strip()) != null) {
      throw FormRejectedException.malformed("a header of a part is repeated");
    }
  }

  /// What the part is, or why it can be nothing.
  Part part() throws FormRejectedException {
    HeaderValue disposition = HeaderValue.parse(values.getOrDefault("content-disposition", ""));
    if (!disposition.main().equals("form-data")) {
      throw FormRejectedException.malformed("a part is no form-data");
    }
    Optional<String> name = disposition.parameter("name");
    if (name.isEmpty()) {
      throw FormRejectedException.malformed("a part has no name");
    }
    refuseEncodings();
    return new Part(name.get(), hasFileName(disposition));
  }

  /// A field of the form.
  ///
  /// @param isFile whether it comes with a file name; the name itself is of no interest
  record Part(String name, boolean isFile) {}

  private boolean isFolded(String line) {
    return !last.isEmpty() && Character.isWhitespace(line.charAt(0));
  }

  private void refuseEncodings() throws FormRejectedException {
    if (HeaderValue.parse(values.getOrDefault("content-type", ""))
        .main()
        .startsWith("multipart/")) {
      throw FormRejectedException.malformed("multipart inside of multipart");
    }
    String encoding = values.getOrDefault("content-transfer-encoding", "binary");
    if (!PLAIN_ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
      throw FormRejectedException.malformed("a part with a transfer encoding");
    }
  }

  private static boolean hasFileName(HeaderValue disposition) {
    return disposition.parameter("filename*").isPresent()
        || disposition.parameter("filename").filter(name -> !name.isEmpty()).isPresent();
  }
}
