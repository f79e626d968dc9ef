package dev.photobridge.adapter.persistence.queue;

import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.adapter.persistence.job.JdbiJobRepository;
import dev.photobridge.adapter.persistence.media.FileMediaStore;
import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.provider.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A node that dies with a job in hand, and another that takes the job over.
class CrashAfterReplyTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration SHORT_LEASE = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path root;
  private final ScriptedImageProvider gemini =
      new ScriptedImageProvider(
          GEMINI, ScriptedImageProvider.photo(StoredOrders.PHOTO, TestBridge.PRICE));
  private final ExecutorService booth = Executors.newSingleThreadExecutor();
  private final DyingQueue dying = new DyingQueue();
  private MediaStore media;
  private QueueNode first;
  private QueueNode second;

  @BeforeEach
  void makeNodes() throws IOException {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
    media = new FileMediaStore(root, DATABASE.jdbi());
    first =
        new QueueNode(
            DATABASE.settings(),
            jdbi ->
                dying.over(
                    new PostgresJobQueue(
                        jdbi, aCatalogue(), 10, SHORT_LEASE, Duration.ZERO, JobSignals.NONE)),
            aCatalogue(),
            gemini,
            media);
    second =
        new QueueNode(
            DATABASE.settings(),
            jdbi ->
                new PostgresJobQueue(
                    jdbi, aCatalogue(), 10, PostgresJobQueue.LEASE, Duration.ZERO, JobSignals.NONE),
            aCatalogue(),
            gemini,
            media);
  }

  @AfterEach
  void stop() {
    dying.bury();
    first.close();
    second.close();
    booth.close();
  }

  @Test
  void aResultThatWasKeptAndNotRecordedInItsJobIsDeliveredWithoutASecondCall() throws Exception {
    JobOrder order = StoredOrders.order(media);
    Future<AwaitedJobs.Outcome> answer = postedAtSecond(order);
    dying.dieAtRelease();
    first.engine.start();
    dying.awaitDeath();

    second.engine.start();

    assertThatItIsDeliveredFromTheFirstCall(ended(answer));
  }

  @Test
  void aResultFileWithoutItsRowIsDeliveredWithoutASecondCall() throws Exception {
    JobOrder order = StoredOrders.order(media);
    Future<AwaitedJobs.Outcome> answer = postedAtSecond(order);
    dying.dieAtRelease();
    first.engine.start();
    dying.awaitDeath();
    forgetResults();

    second.engine.start();

    assertThatItIsDeliveredFromTheFirstCall(ended(answer));
  }

  @Test
  void aCallThatBroughtNothingBeforeItsNodeDiedIsMadeAgain() throws Exception {
    var called = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    gemini.then(
        call -> {
          called.countDown();
          never.await();
          throw new IllegalStateException("nobody is there to hear of call " + call.job());
        });
    JobOrder order = StoredOrders.order(media);
    Future<AwaitedJobs.Outcome> answer = postedAtSecond(order);
    first.engine.start();
    called.await();
    dying.die();

    second.engine.start();

    FinishedJob job = ended(answer);
    assertThat(job.end()).isEqualTo(new JobEnd.Succeeded(order.id().result(), false));
    assertThat(gemini.calls()).hasSize(2);
    assertThat(job.cost()).isEqualTo(TestBridge.PRICE);
    never.countDown();
  }

  private void assertThatItIsDeliveredFromTheFirstCall(FinishedJob job) {
    assertThat(job.end()).isEqualTo(new JobEnd.Succeeded(job.id().result(), false));
    assertThat(media.find(job.id().result())).isPresent();
    assertThat(gemini.calls()).hasSize(1);
    assertThat(new JdbiJobRepository(DATABASE.jdbi()).attempts(job.id()))
        .extracting(Attempt::end)
        .containsExactly(new AttemptEnd.Unknown(), new AttemptEnd.Delivered(Cost.ZERO, 0));
    assertThat(second.trouble.all()).isEmpty();
  }

  private Future<AwaitedJobs.Outcome> postedAtSecond(JobOrder order) {
    return booth.submit(() -> second.jobs.run(order, () -> LONG).get());
  }

  private static FinishedJob ended(Future<AwaitedJobs.Outcome> answer) throws Exception {
    AwaitedJobs.Outcome outcome = answer.get();
    assertThat(outcome).isInstanceOf(AwaitedJobs.Outcome.Ended.class);
    return ((AwaitedJobs.Outcome.Ended) outcome).job();
  }

  private static void forgetResults() {
    int forgotten =
        DATABASE
            .jdbi()
            .withHandle(handle -> handle.execute("DELETE FROM media_object WHERE kind = 'RESULT'"));
    assertThat(forgotten).isEqualTo(1);
  }
}
