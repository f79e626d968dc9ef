package dev.photobridge.adapter.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.testing.JobFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StorageCleanerTest {
  private static final Instant NOON = StoredFixtures.NOON;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final CleanedMediaStore store = new CleanedMediaStore();
  private final CleanedMediaStore otherStore = new CleanedMediaStore();
  private final StorageCleaner cleaner = cleaner(store);
  private final StorageCleaner other = cleaner(otherStore);

  @AfterEach
  void closeCleaners() {
    cleaner.close();
    other.close();
  }

  @Test
  void aRoundCleansWhatIsSharedAndWhatIsHere() {
    cleaner.clean();

    assertThat(store.cleaned()).containsExactly(NOON);
    assertThat(store.cleanedHere()).containsExactly(NOON);
  }

  @Test
  void aRoundDeletesJobsThatEndedLongAgo() {
    QueuedJob open = JobFixtures.aQueuedJob();
    RunningJob running =
        QueuedJob.accepted(JobFixtures.anOrder().withId(JobFixtures.aJobId(2)).build())
            .start(NOON.minus(Duration.ofDays(40)));
    FinishedJob old = running.expire(Cost.ZERO, NOON.minus(Duration.ofDays(31)));
    jobs.put(open);
    jobs.put(old);

    cleaner.clean();

    assertThat(jobs.all()).containsExactly(open);
  }

  @Test
  void whileOneCleansTheOtherOneLeavesItToItButCleansItsOwn() {
    // on a thread of its own: on one thread they would share a connection, and so the turn
    store.whenCleaned(() -> CompletableFuture.runAsync(other::clean).join());

    cleaner.clean();

    assertThat(store.cleaned()).hasSize(1);
    assertThat(otherStore.cleaned()).isEmpty();
    assertThat(otherStore.cleanedHere()).hasSize(1);
  }

  @Test
  void onceOneIsDoneItIsAnybodysTurn() {
    cleaner.clean();
    other.clean();
    cleaner.clean();

    assertThat(store.cleaned()).hasSize(2);
    assertThat(otherStore.cleaned()).hasSize(1);
  }

  @Test
  void aRoundThatFailsKeepsNeitherTheNextOneNorTheOtherServerFromCleaning() {
    store.whenCleaned(
        () -> {
          throw new IllegalStateException("the disk is gone");
        });
    cleaner.clean();
    assertThat(store.cleaned()).isEmpty();

    other.clean();
    store.whenCleaned(() -> {});
    cleaner.clean();

    assertThat(otherStore.cleaned()).hasSize(1);
    assertThat(store.cleaned()).hasSize(1);
  }

  @Test
  void theTurnPassesOnWhatWentWrong() {
    var turn = new CleaningTurn(DATABASE.jdbi());

    assertThatThrownBy(
            () ->
                assertThat(
                        turn.take(
                            () -> {
                              throw new IllegalStateException("the disk is gone");
                            }))
                    .isTrue())
        .hasMessage("the disk is gone");
  }

  @Test
  void aStartedCleanerCleansAtOnceAndNotAfterItWasClosed() throws InterruptedException {
    var begun = new CountDownLatch(1);
    store.whenCleaned(begun::countDown);

    cleaner.start();
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    cleaner.close();

    assertThat(store.cleaned()).as("the round under way was finished").hasSize(1);
  }

  private StorageCleaner cleaner(CleanedMediaStore media) {
    return new StorageCleaner(
        media,
        jobs,
        Duration.ofDays(30),
        new CleaningTurn(DATABASE.jdbi()),
        Duration.ofHours(1),
        new SettableClock(NOON));
  }
}
