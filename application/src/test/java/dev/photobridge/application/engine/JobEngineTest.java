package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.ScriptedImageProvider.Answer;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobEngineTest {
  private static final PhotoFacts PHOTO = aPhoto().build();
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int PLACES = 3;

  private final TestBridge bridge =
      new TestBridge(
          aCatalogue(aProvider().withPlaces(PLACES), aProvider().withId(LOCAL).withPlaces(1)),
          1000);
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<JobWaiters.Waiter> waiting = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    release.countDown();
    bridge.engine.stop(LONG);
    waiting.forEach(JobWaiters.Waiter::close);
    assertThat(bridge.media.openDrafts()).as("drafts left open").isZero();
  }

  private Answer held(Answer answer) {
    return answer.after(release).after(called::countDown);
  }

  private Answer photo() {
    return ScriptedImageProvider.photo(PHOTO, TestBridge.PRICE);
  }

  /// Submits a job and returns what waits for its end.
  private JobWaiters.Waiter submitted(int number, ProviderId provider) {
    MediaId source = bridge.media.upload(PHOTO, RECEIVED_AT.plusSeconds(600)).id();
    var order = anOrder().withId(aJobId(number)).withProvider(provider).withSource(source).build();
    JobWaiters.Waiter waiter = bridge.waiters.register(order.id());
    waiting.add(waiter);
    assertThat(bridge.queue.submit(QueuedJob.accepted(order)))
        .isEqualTo(new SubmitOutcome.Queued());
    bridge.signal.raise();
    return waiter;
  }

  private static FinishedJob end(JobWaiters.Waiter waiter) throws InterruptedException {
    return waiter.within(LONG).join().orElseThrow();
  }

  private Job job(int number) {
    return bridge.jobs.find(aJobId(number)).orElseThrow();
  }

  private static JobFailure failureOf(FinishedJob job) {
    assertThat(job.end()).isInstanceOf(JobEnd.Failed.class);
    return ((JobEnd.Failed) job.end()).failure();
  }

  @Test
  void runsJobsThatWereQueuedBeforeItsStart() throws InterruptedException {
    JobWaiters.Waiter job = submitted(1, GEMINI);
    bridge.engine.start();

    assertThat(end(job).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(end(job).cost()).isEqualTo(TestBridge.PRICE);
  }

  @Test
  void usesAllPlacesOfAProviderAndNeverMore() throws InterruptedException {
    int jobs = 20 * PLACES;
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var together = new CyclicBarrier(PLACES);
    bridge.gemini.always(
        call -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          met(together);
          running.decrementAndGet();
          return photo().to(call);
        });
    for (int i = 0; i < jobs; i++) {
      submitted(i, GEMINI);
    }
    bridge.engine.start();

    for (JobWaiters.Waiter job : waiting) {
      assertThat(end(job).state()).isEqualTo(JobState.SUCCEEDED);
    }
    assertThat(most).hasValue(PLACES);
    assertThat(bridge.trouble.all()).isEmpty();
  }

  private static void met(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aProviderWithoutFreePlacesDoesNotHoldUpAnother() throws InterruptedException {
    bridge.gemini.always(held(photo()));
    bridge.engine.start();
    for (int i = 0; i < PLACES + 2; i++) {
      submitted(i, GEMINI);
    }
    called.await();

    assertThat(end(submitted(10, LOCAL)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(end(submitted(11, LOCAL)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.jobs.open()).hasSize(PLACES + 2);
  }

  @Test
  void triesAgainAfterAFailureThatMayPass() throws InterruptedException {
    bridge.gemini.then(
        ScriptedImageProvider.failure(
            new JobFailure(FailureKind.NO_IMAGE, "NO_IMAGE", "", new Cost(100))));
    bridge.gemini.then(ScriptedImageProvider.failure(aFailure(FailureKind.UNAVAILABLE)));
    bridge.engine.start();

    FinishedJob job = end(submitted(1, GEMINI));

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.attempts()).isEqualTo(3);
    assertThat(job.cost()).isEqualTo(TestBridge.PRICE.plus(new Cost(100)));
  }

  @Test
  void failsAfterTheLastAttemptWithItsReason() throws InterruptedException {
    bridge.gemini.always(ScriptedImageProvider.failure(aFailure(FailureKind.UNAVAILABLE)));
    bridge.engine.start();

    FinishedJob job = end(submitted(1, GEMINI));

    assertThat(job.attempts()).isEqualTo(4);
    assertThat(failureOf(job)).isEqualTo(aFailure(FailureKind.UNAVAILABLE));
    assertThat(bridge.gemini.calls()).hasSize(4);
  }

  @Test
  void doesNotTryAgainWhatIsRefused() throws InterruptedException {
    bridge.gemini.always(ScriptedImageProvider.failure(aFailure(FailureKind.REFUSED)));
    bridge.engine.start();

    assertThat(end(submitted(1, GEMINI)).attempts()).isEqualTo(1);
  }

  @Test
  void waitsAsLongAsTheProviderAskedFor() throws InterruptedException {
    var givenBack = new CountDownLatch(1);
    bridge.gemini.then(
        _ ->
            new ProviderOutcome.Failed(
                aFailure(FailureKind.RATE_LIMITED), Optional.of(Duration.ofSeconds(30))));
    bridge.engine.start();
    JobWaiters.Waiter job = submitted(1, GEMINI);
    bridge.queue.beforeClaim(
        () -> {
          if (job(1) instanceof QueuedJob again && again.attempts() == 1) {
            givenBack.countDown();
          }
        });
    givenBack.await();

    assertThat(((QueuedJob) job(1)).notBefore()).isEqualTo(RECEIVED_AT.plusSeconds(30));
    assertThat(end(submitted(2, GEMINI)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.gemini.calls()).as("calls before the pause is over").hasSize(2);

    bridge.clock.advance(Duration.ofSeconds(30));
    bridge.signal.raise();
    assertThat(end(job).attempts()).isEqualTo(2);
  }

  @Test
  void givesUpAJobWhoseLifetimeIsOverWithoutACall() throws InterruptedException {
    bridge.clock.advance(Duration.ofMinutes(10));
    bridge.engine.start();

    assertThat(end(submitted(1, GEMINI)).end()).isEqualTo(new JobEnd.Expired());
    assertThat(bridge.gemini.calls()).isEmpty();
  }

  @Test
  void givesUpAJobWhoseLifetimeEndsDuringItsCall() throws InterruptedException {
    var failure = new JobFailure(FailureKind.UNAVAILABLE, "TIMEOUT", "", new Cost(7));
    bridge.gemini.then(
        ScriptedImageProvider.failure(failure)
            .after(() -> bridge.clock.advance(Duration.ofMinutes(10))));
    bridge.engine.start();

    FinishedJob job = end(submitted(1, GEMINI));

    assertThat(job.end()).isEqualTo(new JobEnd.Expired());
    assertThat(job.cost()).isEqualTo(new Cost(7));
    assertThat(job.attempts()).isEqualTo(1);
  }

  @Test
  void keepsAResultThatComesAfterTheLifetime() throws InterruptedException {
    bridge.gemini.then(photo().after(() -> bridge.clock.advance(Duration.ofMinutes(11))));
    bridge.engine.start();

    assertThat(end(submitted(1, GEMINI)).state()).isEqualTo(JobState.SUCCEEDED_LATE);
  }

  @Test
  void aProviderThatThrowsFailsItsJobOnly() throws InterruptedException {
    bridge.gemini.then(
        _ -> {
          throw new IllegalStateException("a bug");
        });
    bridge.engine.start();

    assertThat(failureOf(end(submitted(1, GEMINI))).kind()).isEqualTo(FailureKind.INTERNAL);
    assertThat(bridge.trouble.all()).containsExactly(aJobId(1) + ": a bug");
    assertThat(end(submitted(2, GEMINI)).state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void aPhotoThatNeedsMoreMemoryThanThereIsFailsItsJobOnly() throws InterruptedException {
    bridge.gemini.then(
        _ -> {
          throw new OutOfMemoryError("pixels");
        });
    bridge.engine.start();

    assertThat(failureOf(end(submitted(1, GEMINI))).kind()).isEqualTo(FailureKind.INTERNAL);
    assertThat(bridge.trouble.all()).containsExactly(aJobId(1) + ": pixels");
    assertThat(end(submitted(2, GEMINI)).state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void aResultThatCanNotBeKeptIsAFailureThatCostSomething() throws InterruptedException {
    bridge.gemini.then(photo().after(bridge.media::fillUp));
    bridge.engine.start();

    JobFailure failure = failureOf(end(submitted(1, GEMINI)));

    assertThat(failure.kind()).isEqualTo(FailureKind.INTERNAL);
    assertThat(failure.reason()).isEqualTo(JobFailure.STORAGE_FULL);
    assertThat(failure.detail()).contains("No space left on device");
    assertThat(failure.cost()).isEqualTo(TestBridge.PRICE);
  }

  @Test
  void aSlotWhoseImageIsGoneFailsWithoutACall() throws InterruptedException {
    bridge.engine.start();
    MediaId source = bridge.media.upload(PHOTO, RECEIVED_AT.plusSeconds(600)).id();
    var order = anOrder().withId(aJobId(1)).withSource(source).build();
    bridge.media.delete(source);
    waiting.add(bridge.waiters.register(order.id()));
    assertThat(bridge.queue.submit(QueuedJob.accepted(order))).isNotNull();
    bridge.signal.raise();

    JobFailure failure = failureOf(end(waiting.getFirst()));

    assertThat(failure.reason()).isEqualTo("IMAGE_GONE");
    assertThat(bridge.gemini.calls()).isEmpty();
  }

  @Test
  void theDispatcherSurvivesAQueueThatThrows() throws InterruptedException {
    bridge.queue.beforeClaim(
        () -> {
          bridge.queue.beforeClaim(() -> {});
          throw new IllegalStateException("the database is down");
        });
    JobWaiters.Waiter waiter = submitted(1, GEMINI);
    bridge.engine.start();

    assertThat(end(waiter).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.trouble.all()).containsExactly("dispatcher: the database is down");
  }

  @Test
  void aJobWhoseEndCanNotBeRecordedAtOnceIsRecordedLater() throws InterruptedException {
    var toBreak = new CountDownLatch(PLACES);
    bridge.queue.beforeRelease(
        () -> {
          if (toBreak.getCount() > 0) {
            toBreak.countDown();
            throw new IllegalStateException("the database is down");
          }
        });
    bridge.engine.start();
    for (int i = 0; i < PLACES; i++) {
      submitted(i, GEMINI);
    }
    toBreak.await();

    assertThat(end(submitted(10, GEMINI)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.engine.stop(LONG)).isTrue();
    assertThat(bridge.jobs.all())
        .hasSize(PLACES + 1)
        .allSatisfy(job -> assertThat(job.state()).isEqualTo(JobState.SUCCEEDED));
    assertThat(bridge.trouble.all()).isNotEmpty();
  }

  @Test
  void whatComesOfAJobThatSomebodyElseEndedIsDropped() throws InterruptedException {
    var both = new CountDownLatch(2);
    Answer failure = ScriptedImageProvider.failure(aFailure(FailureKind.UNAVAILABLE));
    bridge.gemini.then(photo().after(bridge.queue::loseClaims).after(both::countDown));
    bridge.gemini.then(failure.after(bridge.queue::loseClaims).after(both::countDown));
    bridge.engine.start();
    submitted(1, GEMINI);
    submitted(2, GEMINI);
    both.await();
    bridge.engine.stop(LONG);

    assertThat(bridge.trouble.all())
        .containsExactlyInAnyOrder(aJobId(1) + ": claim lost", aJobId(2) + ": claim lost");
    assertThat(job(1).state()).isEqualTo(JobState.RUNNING);
    assertThat(waiting.getFirst().within(Duration.ZERO).join()).isEmpty();
  }

  @Test
  void stoppingLetsRunningJobsEnd() throws Exception {
    bridge.gemini.then(held(photo()));
    bridge.engine.start();
    submitted(1, GEMINI);
    called.await();
    var closed = new CountDownLatch(1);
    bridge.queue.afterClose(closed::countDown);
    var stopped = new CompletableFuture<JobState>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                assertThat(bridge.engine.stop(LONG)).isTrue();
                stopped.complete(job(1).state());
              } catch (Throwable e) {
                stopped.completeExceptionally(e);
              }
            });

    closed.await();
    assertThat(job(1).state()).isEqualTo(JobState.RUNNING);
    release.countDown();

    assertThat(stopped.get()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void stoppingInterruptsWhatTakesTooLongAndHandsItBack() throws InterruptedException {
    bridge.gemini.then(held(photo()));
    bridge.engine.start();
    submitted(1, GEMINI);
    called.await();

    assertThat(bridge.engine.stop(Duration.ZERO)).isFalse();

    assertThat(job(1).state()).isEqualTo(JobState.QUEUED);
    assertThat(job(1).progress().lostAttempts()).isEqualTo(1);
    assertThat(bridge.jobs.attempts(aJobId(1)).getFirst().end())
        .isEqualTo(new AttemptEnd.Unknown());
  }

  @Test
  void anEngineThatIsStoppedTakesNothingMore() throws InterruptedException {
    bridge.engine.start();
    assertThat(end(submitted(1, GEMINI)).state()).isEqualTo(JobState.SUCCEEDED);
    var order = anOrder().withId(aJobId(2)).build();
    bridge.queue.afterClose(() -> bridge.jobs.put(QueuedJob.accepted(order)));

    assertThat(bridge.engine.stop(LONG)).isTrue();

    assertThat(job(2).state()).isEqualTo(JobState.QUEUED);
    assertThat(bridge.queue.submit(QueuedJob.accepted(anOrder().withId(aJobId(3)).build())))
        .isEqualTo(new SubmitOutcome.Closed());
  }

  @Test
  void anEngineThatNeverRanCanBeStopped() throws InterruptedException {
    assertThat(bridge.engine.stop(Duration.ZERO)).isTrue();
  }

  @Test
  void anEngineThatOnlyLooksStopsOnceNobodyWaits() throws Exception {
    bridge.engine.startLooking();
    JobWaiters.Waiter waiter = submitted(1, GEMINI);
    CompletableFuture<Optional<FinishedJob>> told = waiter.within(LONG);
    var stopped = new CompletableFuture<Boolean>();
    Thread stopping =
        Thread.startVirtualThread(
            () -> {
              try {
                stopped.complete(bridge.engine.stop(LONG));
              } catch (Throwable e) {
                stopped.completeExceptionally(e);
              }
            });
    while (stopping.isAlive() && stopping.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(stopped).isNotDone();

    bridge.jobs.put(endedElsewhere(1));

    assertThat(told.get()).isPresent();
    assertThat(stopped.get()).isTrue();
  }

  private static FinishedJob endedElsewhere(int number) {
    return QueuedJob.accepted(anOrder().withId(aJobId(number)).build())
        .fail(aFailure(FailureKind.UNAVAILABLE), RECEIVED_AT);
  }

  @Test
  void anEngineThatOnlyLooksDoesNotWaitForEver() throws InterruptedException {
    bridge.engine.startLooking();
    JobWaiters.Waiter waiter = submitted(1, GEMINI);

    assertThat(bridge.engine.stop(Duration.ofMillis(1))).isTrue();

    assertThat(waiter.within(Duration.ZERO).join()).isEmpty();
  }

  @Test
  void anEngineIsStartedOnce() {
    bridge.engine.start();

    assertThatThrownBy(bridge.engine::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void jobsOfManySubmittersAllEnd() throws InterruptedException {
    bridge.engine.start();
    var ids = new ArrayList<JobId>();
    for (int i = 0; i < 300; i++) {
      ids.add(aJobId(i));
      submitted(i, i % 2 == 0 ? GEMINI : LOCAL);
    }

    for (JobWaiters.Waiter job : waiting) {
      assertThat(end(job).state()).isEqualTo(JobState.SUCCEEDED);
    }
    assertThat(bridge.jobs.all()).extracting(Job::id).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(bridge.jobs.open()).isEmpty();
  }
}
