package dev.photobridge.application.port.in;

import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;

/// What came of having a prompt rewritten.
public sealed interface RewritePromptOutcome {
  /// The new prompt.
  record Rewritten(String prompt, Cost cost) implements RewritePromptOutcome {}

  /// The catalogue names no prompt writer.
  record NoWriter() implements RewritePromptOutcome {}

  /// There is none; the writer says why.
  record Failed(JobFailure failure) implements RewritePromptOutcome {}
}
