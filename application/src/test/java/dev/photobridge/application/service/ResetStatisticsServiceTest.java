package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.AtomicChanges;
import dev.photobridge.application.port.out.Statistics.ResetEnd;
import dev.photobridge.application.testing.InMemoryAuditLog;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.InMemoryStatistics;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.testing.SlotFixtures;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResetStatisticsServiceTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryStatistics statistics =
      new InMemoryStatistics(new InMemoryProcessingLog(), slots);
  private final InMemoryAuditLog audit = new InMemoryAuditLog();
  private final ResetStatisticsService resets =
      new ResetStatisticsService(statistics, new OneByOne(), audit, clock);

  @BeforeEach
  void storeSlot() {
    slots.put(SlotFixtures.aSlot().build());
  }

  @Test
  void aResetCountsFromNowAndIsRemembered() {
    assertThat(resets.reset(FIRST)).isEqualTo(ResetEnd.RESET);

    assertThat(slots.find(FIRST).map(Slot::lastResetAt)).contains(clock.instant());
    assertThat(audit.entries())
        .containsExactly(
            AuditEntry.of(SERG, AuditedAction.SLOT_STATISTICS_RESET, "slot-001", clock.instant()));
  }

  @Test
  void aResetThatIsRefusedIsNotRemembered() {
    assertThat(resets.reset(SlotFixtures.address(IGOR, 1))).isEqualTo(ResetEnd.SLOT_UNKNOWN);
    statistics.resetRuns();
    assertThat(resets.reset(FIRST)).isEqualTo(ResetEnd.RUNNING);

    assertThat(audit.entries()).isEmpty();
  }

  /// Changes that nothing binds together.
  private static final class OneByOne implements AtomicChanges {
    @Override
    public <T> T make(Supplier<T> changes) {
      return changes.get();
    }
  }
}
