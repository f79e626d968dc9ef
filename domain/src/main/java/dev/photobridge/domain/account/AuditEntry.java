package dev.photobridge.domain.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who changed what, and when; never to what.
///
/// @param at when
/// @param account who
/// @param action what was done
/// @param subject the id of the provider, slot or job it was done to; null where there is only one
///   such thing. Never a value that somebody entered.
public record AuditEntry(
    Instant at, AccountName account, AuditedAction action, @Nullable String subject) {
  /// A change of something of which there is only one.
  public static AuditEntry of(AccountName account, AuditedAction action, Instant at) {
    return new AuditEntry(at, account, action, null);
  }

  /// A change of one of many.
  public static AuditEntry of(
      AccountName account, AuditedAction action, String subject, Instant at) {
    return new AuditEntry(at, account, action, subject);
  }
}
