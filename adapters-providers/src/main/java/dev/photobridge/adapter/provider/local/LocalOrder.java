package dev.photobridge.adapter.provider.local;

import dev.photobridge.domain.slot.OutputSettings;

/// A call, read.
sealed interface LocalOrder {
  /// It says what to make.
  ///
  /// @param output the form of the result
  record Understood(Composition composition, OutputSettings output) implements LocalOrder {}

  /// It can't be followed.
  ///
  /// @param complaint all that is wrong with it, in words for operators
  record Rejected(String complaint) implements LocalOrder {}
}
