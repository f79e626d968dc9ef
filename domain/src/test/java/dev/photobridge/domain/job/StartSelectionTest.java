package dev.photobridge.domain.job;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.testing.JobFixtures.OrderFixture;
import dev.photobridge.domain.testing.SlotFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartSelectionTest {
  private static final SlotAddress FIRST = SlotFixtures.FIRST;
  private static final SlotAddress SECOND = new SlotAddress(FIRST.account(), SlotId.number(2));

  @Test
  void theOldestStartAsFarAsTheirProvidersHavePlaces() {
    QueuedJob first = job(1, GEMINI, FIRST);
    QueuedJob local = job(2, LOCAL, FIRST);
    QueuedJob second = job(3, GEMINI, FIRST);
    QueuedJob third = job(4, GEMINI, FIRST);

    assertThat(
            StartSelection.of(
                List.of(first, local, second, third), Map.of(GEMINI, 2, LOCAL, 1), Map.of()))
        .containsExactly(first, local, second);
    assertThat(StartSelection.of(List.of(first), Map.of(LOCAL, 1), Map.of())).isEmpty();
    assertThat(StartSelection.of(List.of(first), Map.of(GEMINI, 0), Map.of())).isEmpty();
  }

  @Test
  void aSlotAtItsLimitLetsOthersPass() {
    QueuedJob held = limited(1, FIRST, 2);
    QueuedJob heldToo = limited(2, FIRST, 2);
    QueuedJob passing = job(3, GEMINI, SECOND);

    assertThat(
            StartSelection.of(List.of(held, heldToo, passing), Map.of(GEMINI, 5), Map.of(FIRST, 1)))
        .containsExactly(held, passing);
    assertThat(StartSelection.of(List.of(held, passing), Map.of(GEMINI, 5), Map.of(FIRST, 2)))
        .containsExactly(passing);
  }

  private static QueuedJob job(int number, ProviderId provider, SlotAddress slot) {
    return QueuedJob.accepted(order(number, slot).withProvider(provider).build());
  }

  private static QueuedJob limited(int number, SlotAddress slot, int limit) {
    return QueuedJob.accepted(order(number, slot).withSlotLimit(limit).build());
  }

  private static OrderFixture order(int number, SlotAddress slot) {
    return anOrder().withId(aJobId(number)).withSlot(slot).withProvider(GEMINI);
  }
}
