package dev.photobridge.adapter.http.session;

import dev.photobridge.adapter.http.call.SignedIn;

/// Tells who sends a request. Safe for use by many threads.
@FunctionalInterface
public interface OperatorAccess {
  /// Looks at what a request brings.
  AccessOutcome check(RequestCredentials credentials);

  /// What came of it.
  sealed interface AccessOutcome {
    /// An operator may pass.
    record Granted(SignedIn signedIn) implements AccessOutcome {}

    /// There is no token.
    record TokenMissing() implements AccessOutcome {}

    /// The token is not ours, or its session was ended.
    record TokenInvalid() implements AccessOutcome {}

    /// The token was good once.
    record TokenExpired() implements AccessOutcome {}

    /// The token came by itself, as cookies do, with the request of another server's page.
    record OtherSite() implements AccessOutcome {}

    /// The token came by itself, and the request doesn't show that it is from a page of this
    /// server.
    record CsrfTokenInvalid() implements AccessOutcome {}
  }
}
