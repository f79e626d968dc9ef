package dev.photobridge.adapter.http.session;

import dev.photobridge.domain.account.AccountName;

/// What came of looking at the header `Authorization`.
public sealed interface TokenCheck {
  /// The token is ours and still good.
  record Valid(AccountName operator) implements TokenCheck {}

  /// There is no bearer token.
  record Missing() implements TokenCheck {}

  /// The token was not issued by this server, has been tampered with, or names no account.
  record Invalid() implements TokenCheck {}

  /// The token was good once.
  record Expired() implements TokenCheck {}
}
