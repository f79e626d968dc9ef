package dev.photobridge.application.service;

import dev.photobridge.application.port.in.RewritePromptOutcome;
import dev.photobridge.application.port.in.RewritePromptUseCase;
import dev.photobridge.application.port.out.PromptOutcome;
import dev.photobridge.application.port.out.PromptWriter;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.PromptWriting;
import java.util.Optional;

/// Has the catalogue's prompt writer rewrite prompts for operators.
public final class RewritePromptService implements RewritePromptUseCase {
  private final Optional<PromptWriter> writer;
  private final Optional<PromptWriting> writing;

  /// @param writer empty where there is none
  /// @param writing what the catalogue says about it
  public RewritePromptService(Optional<PromptWriter> writer, Optional<PromptWriting> writing) {
    this.writer = writer;
    this.writing = writing;
  }

  @Override
  public RewritePromptOutcome rewrite(PromptTask task, String prompt) throws InterruptedException {
    if (writer.isEmpty() || writing.isEmpty()) {
      return new RewritePromptOutcome.NoWriter();
    }
    return switch (writer.get().write(task, prompt, writing.get().timeout())) {
      case PromptOutcome.Written written ->
          new RewritePromptOutcome.Rewritten(written.prompt(), written.cost());
      case PromptOutcome.Failed failed -> new RewritePromptOutcome.Failed(failed.failure());
    };
  }
}
