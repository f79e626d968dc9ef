package dev.photobridge.domain.account;

import java.time.Duration;
import java.time.Instant;

/// What begins when an operator gives the password, and ends with signing out or after a day. Its
/// tokens are good for an hour each (PRODUCT section 6).
///
/// @param id its name
/// @param account who signed in
/// @param signedInAt when the password was given
public record OperatorSession(SessionId id, AccountName account, Instant signedInAt) {
  /// How long a token is good.
  public static final Duration TOKEN_LIFETIME = Duration.ofMinutes(60);

  /// How long new tokens are handed out without the password.
  public static final Duration LONGEST = Duration.ofHours(24);

  /// When its last token can be good at the latest.
  public Instant endsAt() {
    return signedInAt.plus(LONGEST);
  }

  /// Until when a token is good that is made now; not after now where the session is over.
  public Instant tokenEnd(Instant now) {
    Instant end = now.plus(TOKEN_LIFETIME);
    return end.isAfter(endsAt()) ? endsAt() : end;
  }
}
