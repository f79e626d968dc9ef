package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;

/// What came of having a prompt rewritten.
public sealed interface PromptOutcome {
  /// What it cost, whatever came of it.
  Cost cost();

  /// The new prompt, not blank.
  record Written(String prompt, Cost cost) implements PromptOutcome {}

  /// None; the old one still holds.
  record Failed(JobFailure failure) implements PromptOutcome {
    @Override
    public Cost cost() {
      return failure.cost();
    }
  }
}
