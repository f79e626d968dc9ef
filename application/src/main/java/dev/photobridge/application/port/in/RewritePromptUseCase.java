package dev.photobridge.application.port.in;

import dev.photobridge.domain.prompt.PromptTask;

/// An operator has a prompt translated or improved (PRODUCT section 4).
public interface RewritePromptUseCase {
  /// Rewrites it; the slot is not changed.
  ///
  /// @param prompt not blank
  RewritePromptOutcome rewrite(PromptTask task, String prompt) throws InterruptedException;
}
