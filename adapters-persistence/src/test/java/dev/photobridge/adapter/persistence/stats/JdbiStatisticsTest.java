package dev.photobridge.adapter.persistence.stats;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.adapter.persistence.StoredFixtures.address;
import static dev.photobridge.adapter.persistence.stats.LogRows.IGOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.JdbiSlotRepository;
import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.Statistics;
import dev.photobridge.application.port.out.Statistics.Photos;
import dev.photobridge.application.port.out.Statistics.ResetEnd;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.InMemoryStatistics;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.stats.Grouping;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.RangeBorder;
import dev.photobridge.domain.stats.RangeOutcome;
import dev.photobridge.domain.stats.RangeRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The roll-up is right when it says what looking at every row says.
class JdbiStatisticsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JdbiProcessingLog log = new JdbiProcessingLog(DATABASE.jdbi());
  private final Statistics statistics = new JdbiStatistics(DATABASE.jdbi());
  private final InMemoryProcessingLog plainLog = new InMemoryProcessingLog();
  private final InMemorySlotRepository plainSlots = new InMemorySlotRepository();
  private final Statistics plain = new InMemoryStatistics(plainLog, plainSlots);

  @BeforeEach
  void storeAccounts() {
    for (AccountName account : List.of(SERG, IGOR)) {
      StoredFixtures.storeAccount(DATABASE.jdbi(), account);
      plainSlots.insertMissing(StoredFixtures.freeSlots(account));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Moscow, 2026-10-30T00:00:00Z",
    "Asia/Kathmandu, 2026-10-30T00:00:00Z",
    "America/New_York, 2026-10-30T00:00:00Z",
    "America/New_York, 2026-03-06T00:00:00Z",
    "UTC, 2026-10-30T00:00:00Z",
  })
  void saysWhatLookingAtEveryRowSays(ZoneId zone, Instant from) {
    var random = new Random(zone.hashCode());
    var rows = new LogRows(random, from, Duration.ofDays(5));
    for (int i = 0; i < 250; i++) {
      ProcessingLogEntry row = rows.next();
      record(row);
      if (random.nextInt(5) == 0) {
        row.job().ifPresent(job -> lateCost(row, new Cost(random.nextInt(500_000))));
      }
      if (random.nextInt(60) == 0) {
        reset(row.slot(), row.createdAt());
      }
    }

    assertSame(zone, from.minus(Duration.ofDays(2)), from.plus(Duration.ofDays(8)));
    assertSame(zone, from.plusSeconds(random.nextInt(90_000)), from.plusSeconds(300_000));
  }

  private void assertSame(ZoneId zone, Instant from, Instant to) {
    for (AccountName account : List.of(SERG, IGOR)) {
      assertThat(statistics.totals(account)).isEqualTo(plain.totals(account));
      for (Grouping grouping : Grouping.values()) {
        List<Period> periods = periods(zone, from, to, grouping);
        assertThat(statistics.periodsBySlot(account, periods))
            .isEqualTo(plain.periodsBySlot(account, periods));
        for (Photos photos : filters(account)) {
          assertThat(statistics.periods(photos, periods))
              .as("%s by %s in %s", photos, grouping, zone)
              .isEqualTo(plain.periods(photos, periods));
        }
      }
    }
  }

  private static List<Photos> filters(AccountName account) {
    Optional<SlotId> slot = Optional.of(SlotId.number(2));
    return List.of(
        new Photos(account, Optional.empty(), Optional.empty()),
        new Photos(account, slot, Optional.empty()),
        new Photos(account, Optional.empty(), Optional.of("gemini")),
        new Photos(account, slot, Optional.of("local")),
        new Photos(account, Optional.of(SlotId.number(40)), Optional.of("nobody")));
  }

  @Test
  void rowsWrittenAtOnceAllCount() throws InterruptedException, ExecutionException {
    var rows = new LogRows(new Random(3), NOON, Duration.ofMinutes(20));
    // several logs, as several servers would have
    List<JdbiProcessingLog> logs =
        List.of(
            log, new JdbiProcessingLog(DATABASE.jdbi()), new JdbiProcessingLog(DATABASE.jdbi()));
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      ProcessingLogEntry row = rows.next();
      plainLog.record(row);
      JdbiProcessingLog writer = logs.get(i % logs.size());
      JdbiProcessingLog pricer = logs.get((i + 1) % logs.size());
      tasks.add(
          () -> {
            writer.record(row);
            row.job().ifPresent(job -> pricer.recordLateCost(job, new Cost(77_000)));
            return null;
          });
      row.job().ifPresent(job -> plainLog.recordLateCost(job, new Cost(77_000)));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }

    assertSame(ZoneId.of("UTC"), NOON.minusSeconds(3600), NOON.plusSeconds(7200));
  }

  @Test
  void resetsBesideWritersLoseNothing() throws InterruptedException, ExecutionException {
    var rows = new LogRows(new Random(4), NOON, Duration.ofMinutes(20));
    SlotAddress slot = address(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        ProcessingLogEntry row = rows.next();
        plainLog.record(row);
        writers.add(threads.submit(() -> log.record(row)));
      }
      for (int i = 0; i < 10; i++) {
        assertThat(statistics.reset(slot, NOON)).isEqualTo(ResetEnd.RESET);
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    reset(slot, NOON);

    Statistics.Totals totals = statistics.totals(SERG);
    assertThat(totals.allTime()).isEqualTo(plain.totals(SERG).allTime());
    assertThat(totals.untilReset()).isEqualTo(plain.totals(SERG).untilReset());
  }

  @Test
  void aResetLeavesTheSlotsVersionAndWhatIsBeingEdited() {
    var slots = new JdbiSlotRepository(DATABASE.jdbi());
    Slot opened = slots.find(address(1)).orElseThrow();
    Instant later = NOON.plusSeconds(60);

    assertThat(statistics.reset(address(1), later)).isEqualTo(ResetEnd.RESET);

    Slot reset = slots.find(address(1)).orElseThrow();
    assertThat(reset.lastResetAt()).isEqualTo(later);
    assertThat(reset.version()).isEqualTo(opened.version());
    assertThat(reset.updatedAt()).isEqualTo(opened.updatedAt());
    // who opened the slot before may save it after, without taking the reset back
    assertThat(
            slots.replace(
                opened.changed("Свадьба", StoredFixtures.setup(), SlotRules.DEFAULT, later)))
        .isTrue();
    assertThat(slots.find(address(1)).orElseThrow().lastResetAt()).isEqualTo(later);
  }

  @Test
  void onlyOneResetOfASlotRunsAtATime() throws Exception {
    DATABASE
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                  .bind("name", "photobridge statistics_reset " + address(1))
                  .mapTo(String.class)
                  .one();
              // on another connection
              try (var thread = Executors.newSingleThreadExecutor()) {
                assertThat(thread.submit(() -> statistics.reset(address(1), NOON)).get())
                    .isEqualTo(ResetEnd.RUNNING);
                assertThat(thread.submit(() -> statistics.reset(address(2), NOON)).get())
                    .isEqualTo(ResetEnd.RESET);
              }
            });
    assertThat(statistics.reset(address(1), NOON)).isEqualTo(ResetEnd.RESET);
  }

  @Test
  void aSlotOfNobodyIsNotReset() {
    assertThat(statistics.reset(new SlotAddress(new AccountName("nobody"), SlotId.number(1)), NOON))
        .isEqualTo(ResetEnd.SLOT_UNKNOWN);
  }

  private void record(ProcessingLogEntry row) {
    log.record(row);
    plainLog.record(row);
  }

  private void lateCost(ProcessingLogEntry row, Cost cost) {
    log.recordLateCost(row.job().orElseThrow(), cost);
    plainLog.recordLateCost(row.job().orElseThrow(), cost);
  }

  private void reset(SlotAddress slot, Instant at) {
    assertThat(statistics.reset(slot, at)).isEqualTo(ResetEnd.RESET);
    assertThat(plain.reset(slot, at)).isEqualTo(ResetEnd.RESET);
  }

  private static List<Period> periods(ZoneId zone, Instant from, Instant to, Grouping grouping) {
    var request =
        new RangeRequest(
            Optional.of(new RangeBorder.Moment(from)),
            Optional.of(new RangeBorder.Moment(to)),
            zone);
    return ((RangeOutcome.Valid) request.resolve(NOON, 90)).range().periods(grouping);
  }
}
