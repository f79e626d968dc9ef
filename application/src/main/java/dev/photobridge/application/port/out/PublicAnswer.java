package dev.photobridge.application.port.out;

/// Who answers at a [PublicAddress].
public sealed interface PublicAnswer {
  /// This installation.
  record Ours() implements PublicAnswer {}

  /// Somebody else.
  ///
  /// @param detail what came
  record Another(String detail) implements PublicAnswer {}

  /// Nobody, as far as can be told from here: a router may keep its own network from calling its
  /// outer address.
  ///
  /// @param detail what happened instead
  record Nobody(String detail) implements PublicAnswer {}
}
