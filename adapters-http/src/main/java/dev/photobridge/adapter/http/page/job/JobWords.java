package dev.photobridge.adapter.http.page.job;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.StateMark;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.job.JobsView.JobLine;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobFailureDto;
import dev.photobridge.openapi.model.JobOriginDto;
import dev.photobridge.openapi.model.JobStateDto;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts jobs into words.
///
/// @param names of the slots, by id
record JobWords(Texts texts, Formats formats, Map<String, String> names) {
  private static final int NUMBER_AT = "slot-".length();
  private static final double MILLIS_OF_SECOND = 1000;

  static JobWords in(Language language, Map<String, String> names) {
    return new JobWords(Texts.in(language), new Formats(language), names);
  }

  JobLine row(JobDto job) {
    Instant end = job.finishedAt();
    return new JobLine(
        job.id().toString(),
        state(job.state()),
        slot(job.slotId()),
        names.getOrDefault(job.slotId(), ""),
        job.origin() == JobOriginDto.BOOTH ? "" : texts.get("jobs.origin." + job.origin().value()),
        reason(job),
        job.receivedAt(),
        end == null ? "" : seconds(job.receivedAt(), end),
        end == null ? Optional.of(job.receivedAt()) : Optional.empty(),
        end == null && isNothing(job.costUsd()) ? "" : money(job.costUsd()),
        job.attempts() > 1 ? texts.count("jobs.attempts", job.attempts()) : "",
        job.resultAvailable());
  }

  private static String reason(JobDto job) {
    JobFailureDto failure = job.failure();
    return failure == null ? "" : failure.message();
  }

  /// A slot's number in words.
  String slot(String id) {
    return texts.get("jobs.slot", Integer.parseInt(id, NUMBER_AT, id.length(), 10));
  }

  /// A state.
  StateMark state(JobStateDto state) {
    String text = texts.get("jobs.state." + JobFilter.word(state));
    return switch (state) {
      case QUEUED -> new StateMark("queued", "state-info", text);
      case RUNNING, WAITING_PROVIDER ->
          new StateMark("running", "state-info state-breathing", text);
      case SUCCEEDED -> new StateMark("done", "state-ok", text);
      case SUCCEEDED_LATE -> new StateMark("late", "state-warn", text);
      case FAILED, EXPIRED -> new StateMark("failed", "state-err", text);
    };
  }

  /// A price; a dash where nobody knows it.
  String money(@Nullable BigDecimal dollars) {
    return dollars == null ? texts.get("jobs.unknown") : formats.money(dollars);
  }

  private static boolean isNothing(@Nullable BigDecimal dollars) {
    return dollars == null || dollars.signum() == 0;
  }

  /// The time between, in seconds; of less than one more exactly.
  String seconds(Instant from, Instant to) {
    Duration between = Duration.between(from, to);
    Duration took = between.isNegative() ? Duration.ZERO : between;
    return texts.get(
        "jobs.seconds",
        took.toSeconds() > 0
            ? formats.seconds(took)
            : formats.number(took.toMillis() / MILLIS_OF_SECOND, 2));
  }
}
