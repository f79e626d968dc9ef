package dev.photobridge.adapter.persistence.queue;

import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.provider.ProviderUsage;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import org.junit.jupiter.api.Test;

class RememberedLoadsTest {
  private static final SlotAddress SLOT = new SlotAddress(SERG, SlotId.number(1));
  private static final SlotAddress OTHER = new SlotAddress(SERG, SlotId.number(2));

  private long now;
  private final RememberedLoads loads = new RememberedLoads(() -> now);

  @Test
  void aShortQueueIsCountedEachTime() {
    asked(SLOT, RememberedLoads.MANY - 1);

    assertThat(asked(SLOT, 3)).isEqualTo(3);
  }

  @Test
  void aLongQueueIsCountedOnceAMoment() {
    asked(SLOT, RememberedLoads.MANY);
    now += RememberedLoads.MOMENT.toNanos() - 1;
    assertThat(asked(SLOT, 3)).isEqualTo(RememberedLoads.MANY);

    now++;
    assertThat(asked(SLOT, 3)).isEqualTo(3);
  }

  @Test
  void eachSlotIsCountedForItself() {
    asked(SLOT, RememberedLoads.MANY);

    assertThat(asked(OTHER, 3)).isEqualTo(3);
  }

  private int asked(SlotAddress slot, int waiting) {
    return loads.of(LOCAL, slot, () -> load(waiting)).waiting();
  }

  private static QueueLoad load(int waiting) {
    return new QueueLoad(waiting, 1_000, waiting, 0, waiting, 0, ProviderUsage.NONE, 0);
  }
}
