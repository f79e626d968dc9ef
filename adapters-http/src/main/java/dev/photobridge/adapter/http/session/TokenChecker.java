package dev.photobridge.adapter.http.session;

import java.util.Optional;

/// Tells who sends a request. Safe for use by many threads.
@FunctionalInterface
public interface TokenChecker {
  /// Looks at the token of a request.
  ///
  /// @param authorization the header `Authorization` as sent
  TokenCheck check(Optional<String> authorization);
}
