package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.aSetup;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.SettableSettings;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.provider.Provider;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobOrdersTest {
  private static final Stopwatch JUST_NOW = () -> Duration.ZERO;
  private static final PhotoFacts PHOTO = aPhoto().build();
  private static final PhotoForm FORM = new PhotoForm(Map.of(), new DuplicateKey("ab".repeat(32)));

  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(RECEIVED_AT);

  private JobOrders orders(Duration syncTimeout, Duration maxLifetime) {
    return new JobOrders(
        media,
        SettableSettings.waiting(syncTimeout),
        TestBridge.RETENTION,
        maxLifetime,
        clock,
        () -> aJobId(7));
  }

  private JobOrder order(JobOrders orders, Duration providerTimeout) throws IOException {
    Provider provider = aProvider().withTimeout(providerTimeout).build();
    PhotoLimits limits = TestBridge.RESULT_LIMITS;
    var slot = new IngestSlots.Ready(aSlot().build(), aSetup(), provider, limits);
    try (MediaDraft draft = TextPhotos.draft(media::begin, PHOTO)) {
      return orders.order(slot, draft, PHOTO, FORM, orders.longestWait(slot), JUST_NOW);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // T_sync_response, the provider's timeout, the job's lifetime, answered within, given up within
    "50,60,600,48,600",
    "50,30,600,30,600",
    "50,60,10,48,48",
    "50,60,48,48,48",
    "50,60,49,48,49"
  })
  void theBoothIsAnsweredInTimeAndTheJobGivenUpNoEarlier(
      long sync, long timeout, long lifetime, long answeredWithin, long givenUpWithin)
      throws IOException {
    JobOrder order =
        order(
            orders(Duration.ofSeconds(sync), Duration.ofSeconds(lifetime)),
            Duration.ofSeconds(timeout));

    assertThat(order.id()).isEqualTo(aJobId(7));
    assertThat(order.receivedAt()).isEqualTo(RECEIVED_AT);
    assertThat(order.answerBy()).isEqualTo(RECEIVED_AT.plusSeconds(answeredWithin));
    assertThat(order.expiresAt()).isEqualTo(RECEIVED_AT.plusSeconds(givenUpWithin));
    assertThat(media.find(order.source()).orElseThrow().facts()).isEqualTo(PHOTO);
  }

  @ParameterizedTest
  @CsvSource({"0,48100", "7000,41100", "48000,100", "48100,0", "48101,0", "600000,0"})
  void theWaitEndsAMomentAfterTheTimeToAnswer(long elapsedMillis, long leftMillis)
      throws IOException {
    JobOrders orders = orders(Duration.ofSeconds(50), Duration.ofMinutes(10));
    JobOrder order = order(orders, Duration.ofSeconds(60));

    assertThat(orders.waitLeft(order, () -> Duration.ofMillis(elapsedMillis)))
        .isEqualTo(Duration.ofMillis(leftMillis));
  }

  @Test
  void theWaitAlwaysEndsBeforeTheBoothGivesUp() throws IOException {
    var random = new SplittableRandom(6);
    for (int i = 0; i < 1000; i++) {
      Duration sync = Duration.ofMillis(random.nextLong(10, 300_000));
      JobOrders orders = orders(sync, Duration.ofMinutes(10));
      JobOrder order = order(orders, Duration.ofMinutes(20));

      assertThat(orders.waitLeft(order, JUST_NOW)).isPositive().isLessThan(sync);
    }
  }

  @Test
  void theWaitGoesByTheStopwatchEvenWhenTheClockJumps() throws IOException {
    JobOrders orders = orders(Duration.ofSeconds(50), Duration.ofMinutes(10));
    JobOrder order = order(orders, Duration.ofSeconds(60));
    clock.advance(Duration.ofHours(-3));

    assertThat(orders.waitLeft(order, () -> Duration.ofSeconds(40)))
        .isEqualTo(Duration.ofMillis(8100));
  }
}
