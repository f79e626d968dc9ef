package dev.photobridge.application.port.out;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photobridge.application.testing.OfferedPlaces;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderLimits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every job queue must do besides for a node that serves it places.
public abstract class ServedQueueContract extends JobQueueContract {
  private static final Instant LATER = NOW.plusSeconds(60);

  private static OfferedPlaces serving(JobQueue queue, int gemini) {
    var places = new OfferedPlaces(Map.of(GEMINI, gemini), LATER);
    queue.serve(places);
    return places;
  }

  @Test
  void aJobThatFindsAPlaceStartsAsItIsSubmitted() {
    JobQueue queue = queue(10);
    OfferedPlaces places = serving(queue, 1);

    QueuedJob job = submitted(queue, job(GEMINI, 0));

    assertThat(running(places.started())).containsExactly(job.start(LATER));
    assertThat(jobs().find(job.id())).contains(job.start(LATER));
    assertThat(jobs().attempts(job.id()))
        .extracting(Attempt::number, Attempt::startedAt)
        .containsExactly(tuple(1, LATER));
    assertThat(queue.claim(Map.of(GEMINI, 5), LATER)).isEmpty();
    assertThat(queue.renew(places.started())).as("lost claims").isEmpty();
    assertThat(ended(queue, places.started().getFirst())).isTrue();
  }

  @Test
  void aPlaceThatComesFreeGoesToTheOldest() {
    JobQueue queue = queue(10);
    OfferedPlaces places = serving(queue, 1);
    QueuedJob first = submitted(queue, job(GEMINI, 0));
    QueuedJob youngest = submitted(queue, job(GEMINI, 2));
    QueuedJob next = submitted(queue, job(GEMINI, 1));
    assertThat(places.startedJobs()).containsExactly(first.id());

    assertThat(ended(queue, places.started().getFirst())).isTrue();
    assertThat(places.startedJobs()).containsExactly(first.id(), next.id());

    assertThat(ended(queue, places.started().getLast())).isTrue();
    assertThat(places.startedJobs()).containsExactly(first.id(), next.id(), youngest.id());
  }

  @Test
  void aPlaceThatNobodyWaitedForIsFreeForTheNext() {
    JobQueue queue = queue(10);
    OfferedPlaces places = serving(queue, 1);
    submitted(queue, job(GEMINI, 0));
    assertThat(ended(queue, places.started().getFirst())).isTrue();

    QueuedJob next = submitted(queue, job(GEMINI, 1));

    assertThat(places.startedJobs()).endsWith(next.id());
  }

  @Test
  void aJobThatCameBeforeThePlacesIsNotPassed() {
    JobQueue queue = queue(10);
    QueuedJob before = submitted(queue, job(GEMINI, 0));
    OfferedPlaces places = serving(queue, 1);

    submitted(queue, job(GEMINI, 1));

    assertThat(places.startedJobs()).containsExactly(before.id());
  }

  @Test
  void aJobThatWaitsForItsTimeHoldsNobodyUp() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    QueuedJob retry = claim.job().retry(Cost.ZERO, LATER.plusSeconds(1));
    assertThat(queue.release(claim, retry, new AttemptEnd.Unknown(), NOW)).isTrue();
    OfferedPlaces places = serving(queue, 1);

    QueuedJob job = submitted(queue, job(GEMINI, 1));

    assertThat(places.startedJobs()).containsExactly(job.id());
  }

  @Test
  void jobsOfProvidersWithoutPlacesWait() {
    JobQueue queue = queue(10);
    OfferedPlaces places = serving(queue, 1);

    QueuedJob local = submitted(queue, job(LOCAL, 0));

    assertThat(places.started()).isEmpty();
    assertThat(jobs().find(local.id())).contains(local);
  }

  @Test
  void noMoreStartThanTheProviderRunsAtOnce() {
    JobQueue queue = queue(10, aCatalogue(aProvider().withPlaces(2), aProvider().withId(LOCAL)));
    submitted(queue, job(GEMINI, 0));
    assertThat(queue.claim(Map.of(GEMINI, 1), NOW)).hasSize(1);
    OfferedPlaces places = serving(queue, 5);

    QueuedJob second = submitted(queue, job(GEMINI, 1));
    submitted(queue, job(GEMINI, 2));

    assertThat(places.startedJobs()).containsExactly(second.id());
  }

  @Test
  void noMoreStartThanTheProviderAllowsInATime() {
    var limits = new ProviderLimits(2, null, null, ZoneOffset.UTC);
    JobQueue queue = queue(10, aCatalogue(aProvider().withPlaces(10).withLimits(limits)));
    OfferedPlaces places = serving(queue, 5);

    for (int i = 0; i < 4; i++) {
      submitted(queue, job(GEMINI, i));
    }
    places.started().forEach(claim -> assertThat(ended(queue, claim)).isTrue());

    assertThat(places.started()).hasSize(2);
  }

  @Test
  void noMoreOfASlotStartThanItAllowsAndOthersPass() {
    JobQueue queue = queue(10);
    OfferedPlaces places = serving(queue, 5);

    QueuedJob first = submitted(queue, limited(1, 0));
    QueuedJob held = submitted(queue, limited(1, 1));
    QueuedJob passing = submitted(queue, limited(2, 2));
    QueuedJob another = submitted(queue, limited(3, 3));
    assertThat(places.startedJobs()).containsExactly(first.id(), passing.id(), another.id());

    assertThat(ended(queue, places.started().getFirst())).isTrue();
    assertThat(places.startedJobs()).endsWith(held.id());
  }

  @Test
  void manyAtOnceGetEachPlaceOnce() throws InterruptedException, ExecutionException {
    JobQueue queue = queue(100);
    OfferedPlaces places = serving(queue, 7);
    var submissions = new ArrayList<Callable<SubmitOutcome>>();
    for (int i = 0; i < 40; i++) {
      submissions.add(() -> queue.submit(job(GEMINI, 0)));
    }
    try (var submitters = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : submitters.invokeAll(submissions)) {
        assertThat(outcome.get()).isEqualTo(new SubmitOutcome.Queued());
      }
    }

    assertThat(places.startedJobs()).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void aJobThatStartedTakesNoRoom() {
    JobQueue queue = queue(1);
    var _ = serving(queue, 1);

    submitted(queue, job(GEMINI, 0));
    submitted(queue, job(GEMINI, 1));

    assertThat(queue.submit(job(GEMINI, 2))).isEqualTo(new SubmitOutcome.Full(1));
  }

  @Test
  void aJobThatStartedIsJoined() {
    JobQueue queue = queue(10);
    var _ = serving(queue, 5);
    QueuedJob first = submitted(queue, duplicate(0));

    assertThat(queue.submit(duplicate(1))).isEqualTo(new SubmitOutcome.Joined(first.id()));
  }

  @Test
  void aClosedQueueStartsNothing() {
    JobQueue queue = queue(10);
    OfferedPlaces places = serving(queue, 1);
    submitted(queue, job(GEMINI, 0));
    submitted(queue, job(GEMINI, 1));

    queue.close();
    assertThat(ended(queue, places.started().getFirst())).isTrue();

    assertThat(places.started()).hasSize(1);
  }
}
