package dev.photobridge.domain.account;

import java.util.Optional;
import java.util.UUID;

/// The name of a session; every token of a session carries it.
public record SessionId(UUID value) {
  /// The id that outside text spells, or empty where it is none.
  public static Optional<SessionId> parse(String text) {
    try {
      return Optional.of(new SessionId(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
