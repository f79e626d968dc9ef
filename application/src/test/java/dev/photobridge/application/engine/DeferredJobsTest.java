package dev.photobridge.application.engine;

import static dev.photobridge.application.testing.ScriptedImageProvider.deferral;
import static dev.photobridge.application.testing.ScriptedImageProvider.failure;
import static dev.photobridge.application.testing.ScriptedImageProvider.photo;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aModel;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.service.WakeJobService;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobProgress;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.media.PhotoFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Jobs whose provider answers later; taken and run step by step.
@Timeout(60)
class DeferredJobsTest {
  private static final PhotoFacts RESULT = aPhoto().withSize(640, 480).build();
  private static final DeferredCall CALL = new DeferredCall("queue-77");
  private static final Duration LATER = Duration.ofSeconds(10);

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);

  private Job job() {
    return bridge.jobs.find(aJobId(1)).orElseThrow();
  }

  /// Runs a new job, whose provider says that it will answer in ten seconds.
  private WaitingJob deferred() {
    bridge.gemini.then(deferral(CALL, LATER));
    bridge.runner.run(TestClaims.claim(bridge, 1, JobProgress.NONE));
    return waiting();
  }

  private WaitingJob waiting() {
    assertThat(job().state()).isEqualTo(JobState.WAITING_PROVIDER);
    return (WaitingJob) job();
  }

  /// What may be taken ten seconds later; without a free place, as asking needs none.
  private List<JobClaim> claimableLater() {
    bridge.clock.advance(LATER);
    return claimable();
  }

  private List<JobClaim> claimable() {
    return bridge.queue.claim(Map.of(), bridge.clock.instant());
  }

  private void asksLater() {
    bridge.runner.run(claimableLater().getFirst());
  }

  private Attempt onlyAttempt() {
    assertThat(bridge.jobs.attempts(aJobId(1))).hasSize(1);
    return bridge.jobs.attempts(aJobId(1)).getFirst();
  }

  @Test
  void theJobWaitsAndNoWorkerHasIt() {
    WaitingJob waiting = deferred();

    assertThat(waiting.call()).isEqualTo(CALL);
    assertThat(waiting.checkAt()).isEqualTo(RECEIVED_AT.plus(LATER));
    assertThat(onlyAttempt().end()).as("it goes on").isNull();
    assertThat(claimable()).isEmpty();
  }

  @Test
  void theAnswerIsFetchedOnceItIsDue() {
    deferred();
    bridge.gemini.thenAsked(photo(RESULT, TestBridge.PRICE));

    asksLater();

    assertThat(job().state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job().cost()).isEqualTo(TestBridge.PRICE);
    assertThat(bridge.media.find(aJobId(1).result()).orElseThrow().facts()).isEqualTo(RESULT);
    assertThat(bridge.gemini.asked()).containsExactly(CALL);
    assertThat(bridge.gemini.calls()).hasSize(1);
  }

  @Test
  void allOfItIsOneAttempt() {
    deferred();
    bridge.gemini.thenAsked(deferral(CALL, LATER));
    asksLater();
    bridge.gemini.thenAsked(photo(RESULT, TestBridge.PRICE));
    asksLater();

    assertThat(onlyAttempt().startedAt()).isEqualTo(RECEIVED_AT);
    assertThat(onlyAttempt().endedAt()).isEqualTo(RECEIVED_AT.plusSeconds(20));
    assertThat(onlyAttempt().end()).isEqualTo(new AttemptEnd.Delivered(TestBridge.PRICE, 0));
    assertThat(bridge.times.median(GEMINI)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aProviderThatIsNotReadyIsAskedAgain() {
    deferred();
    var other = new DeferredCall("queue-78");
    bridge.gemini.thenAsked(deferral(other, Duration.ofSeconds(3)));

    asksLater();

    assertThat(waiting().call()).isEqualTo(other);
    assertThat(waiting().checkAt()).isEqualTo(RECEIVED_AT.plus(LATER).plusSeconds(3));
    asksLater();
    assertThat(bridge.gemini.asked()).containsExactly(CALL, other);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "CIRCUIT_OPEN", "RATE_LIMITED"})
  void aProviderThatCanNotBeAskedIsAskedLaterAndNotPaidAgain(FailureKind kind) {
    deferred();
    bridge.gemini.thenAsked(failure(aFailure(kind)));
    asksLater();

    assertThat(waiting().checkAt()).isEqualTo(now().plusSeconds(2));
    bridge.gemini.thenAsked(photo(RESULT, TestBridge.PRICE));
    asksLater();
    assertThat(job().state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.gemini.asked()).containsExactly(CALL, CALL);
    assertThat(bridge.gemini.calls()).hasSize(1);
  }

  private Instant now() {
    return bridge.clock.instant();
  }

  @Test
  void thePauseThatTheProviderAsksForIsKept() {
    deferred();
    bridge.gemini.thenAsked(
        _ ->
            new ProviderOutcome.Failed(
                aFailure(FailureKind.RATE_LIMITED), Optional.of(Duration.ofSeconds(33))));

    asksLater();

    assertThat(waiting().checkAt()).isEqualTo(now().plusSeconds(33));
  }

  @Test
  void anAnswerWithoutAPhotoIsFollowedByAnotherAttempt() {
    deferred();
    bridge.gemini.thenAsked(failure(aFailure(FailureKind.NO_IMAGE)));

    asksLater();

    assertThat(job().state()).isEqualTo(JobState.QUEUED);
    assertThat(onlyAttempt().end())
        .isEqualTo(new AttemptEnd.Failed(aFailure(FailureKind.NO_IMAGE)));
  }

  @Test
  void aRefusalThatComesLaterIsTheEnd() {
    deferred();
    bridge.gemini.thenAsked(failure(aFailure(FailureKind.REFUSED)));

    asksLater();

    assertThat(job().state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void aWokenJobIsAskedForAtOnce() {
    deferred();
    assertThat(claimable()).isEmpty();

    assertThat(bridge.queue.wake(aJobId(1), now())).isTrue();
    bridge.gemini.thenAsked(photo(RESULT, TestBridge.PRICE));
    bridge.runner.run(claimable().getFirst());

    assertThat(job().state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(onlyAttempt().endedAt()).isEqualTo(RECEIVED_AT);
  }

  @Test
  void whatItsWebhookHeardReachesWhoeverAsks() {
    deferred();
    new WakeJobService(bridge.queue, bridge.reports, bridge.signal, bridge.clock)
        .wake(aJobId(1), "{\"asyncid\":77}");
    bridge.gemini.thenAsked(photo(RESULT, TestBridge.PRICE));

    bridge.runner.run(claimable().getFirst());

    assertThat(job().state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.gemini.asked())
        .containsExactly(new DeferredCall("queue-77", "{\"asyncid\":77}"));
  }

  @Test
  void aReportOutlivesAProviderThatIsNotReady() {
    deferred();
    bridge.reports.keep(aJobId(1), "too early");
    bridge.gemini.thenAsked(deferral(CALL, LATER));

    asksLater();

    assertThat(waiting().call()).isEqualTo(CALL);
    bridge.gemini.thenAsked(photo(RESULT, TestBridge.PRICE));
    asksLater();
    assertThat(bridge.gemini.asked())
        .extracting(DeferredCall::reported)
        .containsExactly("too early", "too early");
  }

  @Test
  void nobodyIsAskedAfterTheLifetime() {
    deferred();
    bridge.clock.advance(Duration.ofMinutes(10));

    bridge.runner.run(claimable().getFirst());

    assertThat(job().state()).isEqualTo(JobState.EXPIRED);
    assertThat(job().cost())
        .as("the call was accepted")
        .isEqualTo(aModel("quality").prices().call());
    assertThat(bridge.gemini.asked()).isEmpty();
  }

  @Test
  void anAnswerThatCanNotBeHadWithinTheLifetimeIsGivenUp() {
    deferred();
    bridge.gemini.thenAsked(
        failure(aFailure(FailureKind.UNAVAILABLE))
            .after(() -> bridge.clock.advance(Duration.ofMinutes(10))));

    asksLater();

    assertThat(job().state()).isEqualTo(JobState.EXPIRED);
  }

  @Test
  void aWorkerThatStopsWhileAskingLetsTheJobWaitOn() {
    deferred();
    bridge.gemini.thenAsked(
        _ -> {
          throw new InterruptedException();
        });

    asksLater();

    assertThat(waiting().call()).isEqualTo(CALL);
    assertThat(waiting().checkAt()).isEqualTo(now());
    assertThat(waiting().progress().lostAttempts()).isZero();
    assertThat(onlyAttempt().end()).isNull();
  }
}
