package dev.photobridge.adapter.persistence.queue;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.ServedQueueContract;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryJobQueueTest extends ServedQueueContract {
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Set<String> WRITES = Set.of("insert", "start", "release", "park");

  private final InMemoryJobRepository recorded = new InMemoryJobRepository();

  /// How many more changes can be recorded.
  private int writesLeft = Integer.MAX_VALUE;

  private Runnable beforeWrite = () -> {};

  @Override
  protected JobQueue queue(int capacity, ProviderCatalogue catalogue) {
    return new InMemoryJobQueue(breakable(), catalogue, capacity);
  }

  @Override
  protected JobRepository jobs() {
    return recorded;
  }

  @Test
  void aJobThatCouldNotBeRecordedTakesNoRoom() {
    JobQueue queue = queue(1);
    writesLeft = 0;
    assertThatThrownBy(() -> ignored(queue.submit(job(GEMINI, 0))))
        .isInstanceOf(IllegalStateException.class);

    writesLeft = 10;
    assertThat(queue.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
  }

  @Test
  void aClaimThatCouldNotBeRecordedLeavesTheJobsWaiting() {
    JobQueue queue = queue(5);
    ignored(queue.submit(job(GEMINI, 0)));
    ignored(queue.submit(job(GEMINI, 1)));
    writesLeft = 0;
    assertThatThrownBy(() -> ignored(queue.claim(Map.of(GEMINI, 2), LATER)))
        .isInstanceOf(IllegalStateException.class);

    writesLeft = 10;
    assertThat(queue.claim(Map.of(GEMINI, 2), LATER)).hasSize(2);
  }

  @Test
  void whatCouldBeClaimedBeforeTheRecordBrokeIsHandedOver() {
    JobQueue queue = queue(5);
    ignored(queue.submit(job(GEMINI, 0)));
    ignored(queue.submit(job(GEMINI, 1)));
    writesLeft = 1;
    assertThat(queue.claim(Map.of(GEMINI, 2), LATER)).hasSize(1);

    writesLeft = 10;
    assertThat(queue.claim(Map.of(GEMINI, 2), LATER)).hasSize(1);
  }

  @Test
  void aReleaseThatCouldNotBeRecordedCanBeTriedAgain() {
    JobQueue queue = queue(5);
    ignored(queue.submit(job(GEMINI, 0)));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), LATER).getFirst();
    var end = new AttemptEnd.Unknown();
    writesLeft = 0;
    assertThatThrownBy(
            () -> ignored(queue.release(claim, claim.job().expire(Cost.ZERO, LATER), end, LATER)))
        .isInstanceOf(IllegalStateException.class);

    writesLeft = 10;
    assertThat(queue.release(claim, claim.job().expire(Cost.ZERO, LATER), end, LATER)).isTrue();
    assertThat(recorded.find(claim.job().id()).orElseThrow().state()).isEqualTo(JobState.EXPIRED);
  }

  @Test
  void aClaimWhoseEndIsBeingRecordedIsNotLost() {
    JobQueue queue = queue(5);
    ignored(queue.submit(job(GEMINI, 0)));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), LATER).getFirst();
    var end = new AttemptEnd.Unknown();
    var lost = new ArrayList<JobClaim>();
    beforeWrite = () -> lost.addAll(queue.renew(List.of(claim)));

    assertThat(queue.release(claim, claim.job().expire(Cost.ZERO, LATER), end, LATER)).isTrue();

    assertThat(lost).isEmpty();
    assertThat(queue.renew(List.of(claim))).containsExactly(claim);
  }

  private static void ignored(Object value) {
    assertThat(value).isNotNull();
  }

  private JobRepository breakable() {
    return (JobRepository)
        Proxy.newProxyInstance(
            JobRepository.class.getClassLoader(),
            new Class<?>[] {JobRepository.class},
            (_, method, arguments) -> {
              if (WRITES.contains(method.getName())) {
                beforeWrite.run();
                if (writesLeft-- <= 0) {
                  throw new IllegalStateException("the database is down");
                }
              }
              try {
                return method.invoke(recorded, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
