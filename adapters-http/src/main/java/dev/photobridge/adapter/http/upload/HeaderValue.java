package dev.photobridge.adapter.http.upload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A header's value with parameters, such as `form-data; name="password"` (RFC 2045). Reads any
/// text: what makes no sense is left out.
final class HeaderValue {
  private final String text;
  private final Map<String, String> parameters = new HashMap<>();
  private final String main;
  private int at;

  private HeaderValue(String text) {
    this.text = text;
    main = until(";").strip().toLowerCase(Locale.ROOT);
    while (at < text.length()) {
      at++;
      readParameter();
    }
  }

  static HeaderValue parse(String text) {
    return new HeaderValue(text);
  }

  /// What stands before the first parameter, in lower case.
  String main() {
    return main;
  }

  /// A parameter's value, of a repeated one the first.
  ///
  /// @param name in lower case
  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  private void readParameter() {
    String name = until("=;").strip().toLowerCase(Locale.ROOT);
    if (at == text.length() || text.charAt(at) == ';') {
      return;
    }
    at++;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    boolean isQuoted = at < text.length() && text.charAt(at) == '"';
    String value = isQuoted ? quoted() : until(";").strip();
    parameters.putIfAbsent(name, value);
  }

  /// A text in quotes; goes to the semicolon after it. A backslash that is none of the two escapes
  /// is a backslash, as in the paths that old Windows programs send.
  private String quoted() {
    var value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      boolean isEscape = text.startsWith("\\\"", at) || text.startsWith("\\\\", at);
      at += isEscape ? 1 : 0;
      value.append(text.charAt(at));
      at++;
    }
    until(";");
    return value.toString();
  }

  private String until(String stops) {
    int start = at;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }
}
