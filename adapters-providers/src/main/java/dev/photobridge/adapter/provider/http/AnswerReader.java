package dev.photobridge.adapter.provider.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;

/// Reads a provider's answer while it streams in.
///
/// @param <T> what it is read as
@FunctionalInterface
public interface AnswerReader<T> {
  /// Reads what is needed of the body, which stays the caller's.
  ///
  /// @throws IOException when the body breaks off
  /// @throws UnusableAnswerException when it is not what it should be
  T read(int status, HttpHeaders headers, InputStream body)
      throws IOException, UnusableAnswerException;
}
