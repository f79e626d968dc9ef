package dev.photobridge.domain.account;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name an operator signs in with; also the account part of an ingest link.
///
/// @param value 1 to 32 characters: a lower-case letter, then lower-case letters, digits, `-` or
///   `_`
public record AccountName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  public AccountName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an account name: " + value);
    }
  }

  /// The account name that outside text spells, or empty where it can't be one.
  public static Optional<AccountName> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new AccountName(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
