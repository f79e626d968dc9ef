package dev.photobridge.adapter.http.prompt;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.BodyText;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.JobFailureAnswers;
import dev.photobridge.application.port.in.RewritePromptOutcome;
import dev.photobridge.application.port.in.RewritePromptUseCase;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.openapi.api.PromptsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.PromptRewritingDto;
import dev.photobridge.openapi.model.RewrittenPromptDto;

/// Has prompts rewritten for operators.
public final class PromptsHandler implements PromptsApi<ApiCall> {
  private static final int LONGEST_PROMPT = 2_000;

  private final RewritePromptUseCase prompts;

  /// Wired by the application; see the parameter's type.
  public PromptsHandler(RewritePromptUseCase prompts) {
    this.prompts = prompts;
  }

  @Override
  public RewrittenPromptDto rewritePrompt(ApiCall call, PromptRewritingDto wanted)
      throws InterruptedException {
    String prompt = BodyText.oneUpTo(LONGEST_PROMPT, "/prompt", wanted.prompt().strip());
    return switch (prompts.rewrite(task(wanted), prompt)) {
      case RewritePromptOutcome.Rewritten rewritten ->
          new RewrittenPromptDto(rewritten.prompt(), rewritten.cost().dollars());
      case RewritePromptOutcome.NoWriter _ ->
          throw ErrorAnswer.of(ErrorCodeDto.PROMPT_WRITER_MISSING).asException();
      case RewritePromptOutcome.Failed failed ->
          throw JobFailureAnswers.of(failed.failure()).asException();
    };
  }

  private static PromptTask task(PromptRewritingDto wanted) {
    return switch (wanted.task()) {
      case TRANSLATE -> PromptTask.TRANSLATE;
      case IMPROVE -> PromptTask.IMPROVE;
    };
  }
}
