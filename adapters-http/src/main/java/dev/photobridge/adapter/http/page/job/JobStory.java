package dev.photobridge.adapter.http.page.job;

import dev.photobridge.adapter.http.page.ProviderNames;
import dev.photobridge.adapter.http.page.StateMark;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.job.JobsView.AttemptLine;
import dev.photobridge.adapter.http.page.job.JobsView.Bar;
import dev.photobridge.adapter.http.page.job.JobsView.FailureText;
import dev.photobridge.adapter.http.page.job.JobsView.JobDetails;
import dev.photobridge.adapter.http.page.job.JobsView.Stages;
import dev.photobridge.openapi.model.JobAttemptDto;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobFailureDto;
import dev.photobridge.openapi.model.JobHistoryDto;
import dev.photobridge.openapi.model.JobOriginDto;
import dev.photobridge.openapi.model.JobStageDto;
import dev.photobridge.openapi.model.JobStateDto;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts one job's whole story into words.
///
/// @param now until when steps that go on have lasted
record JobStory(JobWords words, ProviderNames names, Instant now) {
  private static final int BAR = 1000;

  JobDetails tell(JobDto job, boolean inList) {
    boolean ended = job.finishedAt() != null;
    JobHistoryDto history =
        Objects.requireNonNullElseGet(job.history(), () -> new JobHistoryDto(List.of(), List.of()));
    return new JobDetails(
        words.row(job),
        inList,
        "/slots/" + job.slotId(),
        names.provider(job.providerId())
            + " · "
            + names.operation(job.providerId(), job.operationId()),
        lateText(job),
        Optional.ofNullable(job.resultExpiresAt()),
        goneText(job),
        failure(job.failure()),
        stages(history.stages()),
        attempts(job, history),
        new TreeMap<>(job.fields()),
        rerunRefusal(job, ended),
        job.rerunOf() == null ? "" : job.rerunOf().toString(),
        ended,
        job.sourceAvailable());
  }

  private Texts texts() {
    return words.texts();
  }

  /// What the booth saw is known as far as a booth waits for an answer until then and no longer.
  private String lateText(JobDto job) {
    Instant end = job.finishedAt();
    if (job.state() != JobStateDto.SUCCEEDED_LATE || end == null) {
      return "";
    }
    String waited = words.seconds(job.receivedAt(), job.answerBy());
    String took = words.seconds(job.receivedAt(), end);
    return texts()
        .get(job.origin() == JobOriginDto.BOOTH ? "jobs.late" : "jobs.late.operator", waited, took);
  }

  private String goneText(JobDto job) {
    return switch (job.state()) {
      case SUCCEEDED, SUCCEEDED_LATE -> job.resultAvailable() ? "" : texts().get("jobs.gone");
      case QUEUED, RUNNING, WAITING_PROVIDER, FAILED, EXPIRED -> "";
    };
  }

  private String rerunRefusal(JobDto job, boolean ended) {
    if (!ended) {
      return texts().get("jobs.rerun.open");
    }
    return job.sourceAvailable() ? "" : texts().get("jobs.rerun.gone");
  }

  private static Optional<FailureText> failure(@Nullable JobFailureDto failure) {
    return Optional.ofNullable(failure)
        .map(
            it ->
                new FailureText(
                    it.message(),
                    it.code().value(),
                    Objects.requireNonNullElse(it.reason(), ""),
                    Objects.requireNonNullElse(it.detail(), "")));
  }

  private Stages stages(List<JobStageDto> stages) {
    if (stages.isEmpty()) {
      return new Stages("", List.of());
    }
    Instant start = stages.getFirst().startedAt();
    long whole = Math.max(1, Duration.between(start, end(stages.getLast())).toMillis());
    var bars = new ArrayList<Bar>();
    for (JobStageDto stage : stages) {
      int from = share(start, stage.startedAt(), whole);
      int to = share(start, end(stage), whole);
      String word = stage.name().value();
      String text = texts().get("jobs.stage." + word, words.seconds(stage.startedAt(), end(stage)));
      bars.add(new Bar(word, text, from, Math.max(4, to - from)));
    }
    return new Stages(bars.stream().map(Bar::text).collect(Collectors.joining(", ")), bars);
  }

  private Instant end(JobStageDto stage) {
    return Objects.requireNonNullElse(stage.endedAt(), now);
  }

  private static int share(Instant start, Instant at, long whole) {
    long passed = Duration.between(start, at).toMillis();
    return Math.clamp(passed * BAR / whole, 0, BAR);
  }

  /// The failure of the only attempt is the job's, which is told above.
  private List<AttemptLine> attempts(JobDto job, JobHistoryDto history) {
    boolean isTold = history.attempts().size() == 1 && job.failure() != null;
    return history.attempts().stream().map(attempt -> attempt(attempt, isTold)).toList();
  }

  private AttemptLine attempt(JobAttemptDto attempt, boolean isTold) {
    return new AttemptLine(
        texts()
            .get(
                "jobs.attempt",
                attempt.number(),
                names.provider(attempt.providerId()),
                names.operation(attempt.providerId(), attempt.operationId())),
        attempt.startedAt(),
        outcome(attempt),
        numbers(attempt),
        isTold ? Optional.empty() : failure(attempt.failure()));
  }

  private StateMark outcome(JobAttemptDto attempt) {
    return switch (attempt.outcome()) {
      case DELIVERED -> new StateMark("done", "state-ok", outcomeText("delivered"));
      case FAILED -> new StateMark("failed", "state-err", outcomeText("failed"));
      case UNKNOWN -> new StateMark("warn", "state-warn", outcomeText("unknown"));
      case null -> new StateMark("running", "state-info state-breathing", outcomeText("running"));
    };
  }

  private String outcomeText(String word) {
    return texts().get("jobs.outcome." + word);
  }

  private String numbers(JobAttemptDto attempt) {
    var numbers = new ArrayList<String>();
    Instant end = attempt.endedAt();
    if (end != null) {
      numbers.add(words.seconds(attempt.startedAt(), end));
    }
    if (attempt.costUsd() != null) {
      numbers.add(words.money(attempt.costUsd()));
    }
    Long tokens = attempt.tokens();
    if (tokens != null) {
      numbers.add(texts().count("jobs.tokens", tokens));
    }
    return String.join(" · ", numbers);
  }
}
