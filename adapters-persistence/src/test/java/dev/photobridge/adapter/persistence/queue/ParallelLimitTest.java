package dev.photobridge.adapter.persistence.queue;

import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Several nodes and one provider that takes only so many jobs at once.
class ParallelLimitTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int NODES = 4;
  private static final int PLACES = 4;
  private static final int JOBS = 200;
  private static final ProviderCatalogue CATALOGUE =
      aCatalogue(aProvider().withPlaces(PLACES), aProvider().withId(LOCAL));

  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final ScriptedImageProvider gemini = new ScriptedImageProvider(GEMINI, this::answered);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);
  private final List<QueueNode> nodes = new ArrayList<>();
  private final ExecutorService booths = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void startNodes() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
    for (int i = 0; i < NODES; i++) {
      var node =
          new QueueNode(
              DATABASE.settings(),
              jdbi -> new PostgresJobQueue(jdbi, CATALOGUE, JOBS, JobSignals.NONE),
              CATALOGUE,
              gemini,
              media);
      node.engine.start();
      nodes.add(node);
    }
  }

  @AfterEach
  void stopNodes() {
    mayEnd.release(JOBS);
    for (QueueNode node : nodes) {
      node.close();
    }
    booths.close();
  }

  private ProviderOutcome answered(ProviderCall call) throws InterruptedException {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    begun.release();
    mayEnd.acquire();
    running.decrementAndGet();
    return ScriptedImageProvider.photo(StoredOrders.PHOTO, TestBridge.PRICE).to(call);
  }

  @Test
  void allNodesTogetherUseEveryPlaceOfAProviderAndNeverMore() throws Exception {
    List<Future<AwaitedJobs.Outcome>> posted = posted();

    waitForBegun(PLACES);
    for (int left = JOBS - PLACES; left > 0; left--) {
      mayEnd.release();
      waitForBegun(1);
      assertThat(most).hasValue(PLACES);
    }
    mayEnd.release(PLACES);

    for (Future<AwaitedJobs.Outcome> answer : posted) {
      FinishedJob job = ((AwaitedJobs.Outcome.Ended) answer.get()).job();
      assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(job.attempts()).isEqualTo(1);
    }
    assertThat(gemini.calls()).extracting(ProviderCall::job).hasSize(JOBS).doesNotHaveDuplicates();
    assertThat(most).hasValue(PLACES);
    assertThat(nodes).allSatisfy(node -> assertThat(node.trouble.all()).isEmpty());
  }

  /// All jobs, posted at all nodes in turn.
  private List<Future<AwaitedJobs.Outcome>> posted() throws Exception {
    var posted = new ArrayList<Future<AwaitedJobs.Outcome>>();
    for (int i = 0; i < JOBS; i++) {
      QueueNode node = nodes.get(i % NODES);
      JobOrder order = StoredOrders.order(media);
      posted.add(booths.submit(() -> node.jobs.run(order, () -> Duration.ofMinutes(2)).get()));
    }
    return posted;
  }

  private void waitForBegun(int calls) throws InterruptedException {
    assertThat(begun.tryAcquire(calls, 20, TimeUnit.SECONDS))
        .as("%d places in use while jobs wait; it is %d", PLACES, running.get())
        .isTrue();
  }
}
