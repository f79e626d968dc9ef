package dev.photobridge.application.port.in;

/// What came of setting a provider's key.
public sealed interface SetProviderKeyOutcome {
  /// It is set.
  record Saved(ProviderKeyView key) implements SetProviderKeyOutcome {}

  /// No such provider takes a key.
  record ProviderUnknown() implements SetProviderKeyOutcome {}

  /// It can't be a key: it is empty, or has characters that do not fit into a header.
  record Unusable() implements SetProviderKeyOutcome {}
}
