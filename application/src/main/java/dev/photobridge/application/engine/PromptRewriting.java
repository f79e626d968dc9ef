package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.PromptOutcome;
import dev.photobridge.application.port.out.PromptWriter;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Has prompts of slots rewritten on their way to the provider, each once: a rewritten prompt is
/// remembered. Whatever goes wrong, the photo goes on with the prompt as it is, and the writer is
/// left alone for a while. Safe for use by many threads.
public final class PromptRewriting {
  private static final int REMEMBERED = 1_000;
  private static final Duration REST = Duration.ofSeconds(30);

  private final Optional<PromptWriter> writer;
  private final InstantSource clock;
  private final EngineTrouble trouble;
  private final Map<Order, String> written =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Order, String> eldest) {
              return size() > REMEMBERED;
            }
          });
  private volatile Instant restsUntil = Instant.MIN;

  /// @param writer empty where there is none
  public PromptRewriting(
      Optional<PromptWriter> writer, InstantSource clock, EngineTrouble trouble) {
    this.writer = writer;
    this.clock = clock;
    this.trouble = trouble;
  }

  private record Order(PromptTask task, String prompt) {}

  /// A prompt to use.
  ///
  /// @param cost of having it rewritten now
  record Rewritten(String prompt, Cost cost) {}

  /// @param job whose prompt it is, for the log
  /// @param timeLeft what rewriting may take at most
  Rewritten of(JobId job, PromptTask task, String prompt, Duration timeLeft)
      throws InterruptedException {
    var order = new Order(task, prompt);
    String known = written.get(order);
    if (known != null) {
      return new Rewritten(known, Cost.ZERO);
    }
    boolean rests = clock.instant().isBefore(restsUntil);
    return writer.isEmpty() || prompt.isBlank() || rests || !timeLeft.isPositive()
        ? new Rewritten(prompt, Cost.ZERO)
        : written(job, order, writer.get(), timeLeft);
  }

  private Rewritten written(JobId job, Order order, PromptWriter by, Duration timeLeft)
      throws InterruptedException {
    return switch (by.write(order.task(), order.prompt(), timeLeft)) {
      case PromptOutcome.Written(String prompt, Cost cost) -> {
        written.put(order, prompt);
        yield new Rewritten(prompt, cost);
      }
      case PromptOutcome.Failed failed -> {
        restsUntil = clock.instant().plus(REST);
        trouble.promptNotRewritten(job, failed.failure());
        yield new Rewritten(order.prompt(), failed.cost());
      }
    };
  }
}
