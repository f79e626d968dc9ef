package dev.photobridge.adapter.provider.http;

import dev.photobridge.domain.job.JobFailure;

/// How an exchange with a provider ended.
///
/// @param <T> what answers are read as
public sealed interface ExchangeOutcome<T> {
  /// The provider answered, whatever it said.
  record Answered<T>(T answer) implements ExchangeOutcome<T> {}

  /// There is no usable answer: not reached, broken off, out of time, garbage.
  record Broken<T>(JobFailure failure) implements ExchangeOutcome<T> {
    /// Whether it is certain that the provider got nothing of the request.
    public boolean isBeforeSending() {
      return ConnectionTrouble.isBeforeSending(failure);
    }
  }
}
