package dev.photobridge.adapter.persistence.queue;

import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.JobOrder;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two nodes that hear nothing of each other and have to look.
class LostNotificationsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final ScriptedImageProvider gemini =
      new ScriptedImageProvider(
          GEMINI, ScriptedImageProvider.photo(StoredOrders.PHOTO, TestBridge.PRICE));

  @BeforeEach
  void storeAccount() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
  }

  @Test
  void aNodeThatOnlyTakesPhotosFindsTheEndThatAnotherRecorded() throws Exception {
    try (QueueNode taking = node();
        QueueNode working = node()) {
      taking.engine.startLooking();
      working.engine.start();
      JobOrder order = StoredOrders.order(media);

      AwaitedJobs.Outcome outcome = taking.jobs.run(order, () -> Duration.ofSeconds(20)).get();

      assertThat(outcome).isInstanceOf(AwaitedJobs.Outcome.Ended.class);
      assertThat(((AwaitedJobs.Outcome.Ended) outcome).job().id()).isEqualTo(order.id());
    }
  }

  private QueueNode node() {
    return new QueueNode(
        DATABASE.settings(),
        jdbi -> new PostgresJobQueue(jdbi, aCatalogue(), 10, JobSignals.NONE),
        aCatalogue(),
        gemini,
        media);
  }
}
