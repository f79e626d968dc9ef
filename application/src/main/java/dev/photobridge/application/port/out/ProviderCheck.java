package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobFailure;

/// How a provider answered to a [ProviderProbe].
public sealed interface ProviderCheck {
  /// It takes the key.
  ///
  /// @param detail what it told besides, such as the methods or models that the key may use; a
  ///   short sentence for operators
  record Works(String detail) implements ProviderCheck {}

  /// No key is set, so nothing was asked.
  record NoKey() implements ProviderCheck {}

  /// It does not take the key, or can't be reached.
  record Fails(JobFailure failure) implements ProviderCheck {}
}
