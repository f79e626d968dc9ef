package dev.photobridge.adapter.http.page;

import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses of this server, as forms name them to come back to.
final class LocalPath {
  /// One slash, and nothing that browsers would take for another server's address.
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]{0,500}");

  private LocalPath() {}

  /// The address, where it is one of ours; else that of the main page.
  static String or(Optional<String> wanted) {
    return wanted.filter(path -> LOCAL.matcher(path).matches()).orElse("/");
  }
}
