package dev.photobridge.domain.job;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Times are seconds since receipt; the photo had come in after two.
class JobStagesTest {
  private static final AttemptEnd DELIVERED = new AttemptEnd.Delivered(Cost.ZERO, 0);
  private static final AttemptEnd FAILED = new AttemptEnd.Failed(aFailure(FailureKind.UNAVAILABLE));
  private static final AttemptEnd UNKNOWN = new AttemptEnd.Unknown();

  private static Instant at(double seconds) {
    return RECEIVED_AT.plusMillis((long) (seconds * 1000));
  }

  private static @Nullable Instant at(@Nullable Integer seconds) {
    return seconds == null ? null : at(seconds.doubleValue());
  }

  private static QueuedJob queued(@Nullable Integer acceptedAt) {
    JobOrder order = anOrder().build();
    return QueuedJob.accepted(
        new JobOrder(
            order.id(),
            order.slot(),
            order.origin(),
            order.setup(),
            order.fallback(),
            order.slotParallelLimit(),
            order.duplicateKey(),
            order.source(),
            order.fields(),
            order.receivedAt(),
            at(acceptedAt),
            order.answerBy(),
            order.expiresAt()));
  }

  private static RunningJob running() {
    return queued(2).start(at(3));
  }

  private static Attempt attempt(
      double start,
      @Nullable Integer asked,
      @Nullable Integer answered,
      @Nullable Integer end,
      @Nullable AttemptEnd how) {
    return new Attempt(
        1,
        new ProviderId("gemini"),
        new OperationId("change_image"),
        at(start),
        at(end),
        new CallTimes(at(asked), at(answered)),
        how);
  }

  static Stream<Arguments> histories() {
    DeferredCall call = new DeferredCall("117");
    RunningJob old = queued(null).start(at(3));
    return Stream.of(
        Arguments.of("waits", queued(2), List.of(), "UPLOAD 0-2, QUEUE 2-"),
        Arguments.of(
            "is prepared",
            running(),
            List.of(attempt(3, null, null, null, null)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-"),
        Arguments.of(
            "is at its provider",
            running(),
            List.of(attempt(3, 5, null, null, null)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-5, PROVIDER 5-"),
        Arguments.of(
            "is saved",
            running(),
            List.of(attempt(3, 5, 9, null, null)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-5, PROVIDER 5-9, SAVING 9-"),
        Arguments.of(
            "succeeded at once",
            running().succeed(aMediaId(1), Cost.ZERO, at(10)),
            List.of(attempt(3, 5, 9, 10, DELIVERED)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-5, PROVIDER 5-9, SAVING 9-10"),
        Arguments.of(
            "is deferred",
            running().await(call, at(20)),
            List.of(attempt(3, 5, null, null, null)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-5, PROVIDER 5-"),
        Arguments.of(
            "is asked about",
            running().await(call, at(20)).resume(),
            List.of(attempt(3, 5, null, null, null)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-5, PROVIDER 5-"),
        Arguments.of(
            "failed twice, then waits",
            running().retry(Cost.ZERO, at(12)),
            List.of(attempt(3, 4, null, 6, FAILED), attempt(8, 9, null, 11, FAILED)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-4, PROVIDER 4-6,"
                + " QUEUE 6-8, PREPARATION 8-9, PROVIDER 9-11, QUEUE 11-"),
        Arguments.of(
            "failed, then delivered",
            running().succeed(aMediaId(1), Cost.ZERO, at(14)),
            List.of(attempt(3, 4, null, 6, FAILED), attempt(8, 9, 12, 14, DELIVERED)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-4, PROVIDER 4-6,"
                + " QUEUE 6-8, PREPARATION 8-9, PROVIDER 9-12, SAVING 12-14"),
        Arguments.of(
            "was not allowed to call",
            running().fail(aFailure(FailureKind.COST_CAP_REACHED), at(4)),
            List.of(attempt(3, null, null, 4, FAILED)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-4"),
        Arguments.of(
            "lost its worker, and the next one found the result",
            running().succeed(aMediaId(1), Cost.ZERO, at(21)),
            List.of(attempt(3, null, null, 20, UNKNOWN), attempt(20, null, null, 21, DELIVERED)),
            "UPLOAD 0-2, QUEUE 2-3, PROVIDER 3-20, SAVING 20-21"),
        Arguments.of(
            "expired in the queue",
            running().expire(Cost.ZERO, at(600)),
            List.of(attempt(600, null, null, 600, FAILED)),
            "UPLOAD 0-2, QUEUE 2-600"),
        Arguments.of(
            "was lost with its queue",
            queued(2).fail(aFailure(FailureKind.INTERRUPTED), at(30)),
            List.of(),
            "UPLOAD 0-2, QUEUE 2-30"),
        Arguments.of(
            "is read while its attempt ends",
            running(),
            List.of(attempt(3, 5, 9, 10, DELIVERED)),
            "UPLOAD 0-2, QUEUE 2-3, PREPARATION 3-5, PROVIDER 5-9, SAVING 9-10, QUEUE 10-"),
        Arguments.of(
            "ran where the clock was behind",
            running().succeed(aMediaId(1), Cost.ZERO, at(9)),
            List.of(attempt(1, 1, 8, 9, DELIVERED)),
            "UPLOAD 0-2, PROVIDER 2-8, SAVING 8-9"),
        Arguments.of(
            "is older than these records",
            old.succeed(aMediaId(1), Cost.ZERO, at(10)),
            List.of(attempt(3, null, null, 10, DELIVERED)),
            "QUEUE 0-3, PROVIDER 3-10"),
        Arguments.of(
            "is older and deferred",
            old.await(call, at(20)),
            List.of(attempt(3, null, null, null, null)),
            "QUEUE 0-3, PROVIDER 3-"));
  }

  @ParameterizedTest(name = "of a job that {0}")
  @MethodSource("histories")
  void tellsWhereTheTimeWent(String story, Job job, List<Attempt> attempts, String stages) {
    JobHistory history = JobHistory.of(job, attempts);

    assertThat(history.attempts()).isEqualTo(attempts);
    assertThat(history.stages().stream().map(JobStagesTest::inWords).toList())
        .as(story)
        .containsExactly(stages.split(", "));
  }

  private static String inWords(JobStage stage) {
    return stage.kind() + " " + seconds(stage.startedAt()) + "-" + seconds(stage.endedAt());
  }

  private static String seconds(@Nullable Instant time) {
    return time == null ? "" : Long.toString(Duration.between(RECEIVED_AT, time).toSeconds());
  }
}
