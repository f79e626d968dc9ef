package dev.photobridge.application.port.out;

import dev.photobridge.domain.prompt.PromptTask;
import java.time.Duration;

/// Puts prompts into better words: a language model that makes no images (PRODUCT section 4). Safe
/// for use by many threads.
public interface PromptWriter {
  /// Has a prompt rewritten.
  ///
  /// @param prompt the operator's words, not blank
  /// @param timeLeft until the answer is of no use any more
  PromptOutcome write(PromptTask task, String prompt, Duration timeLeft)
      throws InterruptedException;
}
