package dev.photobridge.adapter.http.session;

import dev.photobridge.adapter.http.call.SignedIn;

/// What came of looking at a token.
public sealed interface TokenCheck {
  /// The token is ours and still good.
  record Valid(SignedIn signedIn) implements TokenCheck {}

  /// The token was not issued by this server, has been tampered with, or names no account.
  record Invalid() implements TokenCheck {}

  /// The token was good once.
  record Expired() implements TokenCheck {}
}
