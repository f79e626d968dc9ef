package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.PromptOutcome;
import dev.photobridge.application.port.out.PromptWriter;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Puts the task before the prompt, or fails.
public final class ScriptedPromptWriter implements PromptWriter {
  /// What each answer costs, also when it is none.
  public static final Cost PRICE = new Cost(214);

  /// Why it fails.
  public static final JobFailure FAILURE =
      new JobFailure(FailureKind.UNAVAILABLE, "OVERLOADED", "too busy", PRICE);

  private final List<Duration> timesGiven = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean failing;

  public void fails(boolean now) {
    failing = now;
  }

  /// The time that each call was given.
  public List<Duration> timesGiven() {
    return List.copyOf(timesGiven);
  }

  @Override
  public PromptOutcome write(PromptTask task, String prompt, Duration timeLeft) {
    timesGiven.add(timeLeft);
    return failing
        ? new PromptOutcome.Failed(FAILURE)
        : new PromptOutcome.Written(task + ": " + prompt, PRICE);
  }
}
