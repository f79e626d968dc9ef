package dev.photobridge.adapter.http.call;

import java.util.concurrent.CompletionException;

/// Answers a request once what it waited for has come.
@FunctionalInterface
public interface LaterAnswer<T> {
  /// Answers, and may block.
  void give(T came) throws Exception;

  /// The same for stages, which know their failures by what is wrapped.
  default void giveUnchecked(T came) {
    try {
      give(came);
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
