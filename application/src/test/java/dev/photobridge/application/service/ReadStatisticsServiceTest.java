package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photobridge.application.port.in.ReadStatisticsUseCase;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.ProviderLine;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.SlotLine;
import dev.photobridge.application.port.in.StatisticsOutcome;
import dev.photobridge.application.port.in.StatisticsRequest;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.InMemoryStatistics;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.Grouping;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.PeriodTally.SortKey;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import dev.photobridge.domain.stats.RangeBorder;
import dev.photobridge.domain.stats.Tally;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadStatisticsServiceTest {
  private static final SlotId FIRST = SlotId.number(1);
  private static final SlotId SECOND = SlotId.number(2);
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final MediaId TEMPLATE = PhotoFixtures.aMediaId(5);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final InMemoryProcessingLog log = new InMemoryProcessingLog();
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryStatistics statistics = new InMemoryStatistics(log, slots);
  private final ReadStatisticsUseCase reading =
      new ReadStatisticsService(
          statistics,
          slots,
          new StatisticsTable(statistics, slots, CatalogueFixtures.aCatalogue()),
          clock,
          MOSCOW);

  @BeforeEach
  void storeSlots() {
    for (AccountName account : List.of(SERG, IGOR)) {
      slots.insertMissing(
          SlotId.all().stream()
              .map(id -> Slot.free(new SlotAddress(account, id), Instant.EPOCH))
              .toList());
    }
  }

  @Test
  void aSlotsDaysAreThoseOfTheServersZone() {
    photo(FIRST, "2026-11-20T20:59:59Z", GEMINI, 10);
    photo(FIRST, "2026-11-20T21:00:00Z", GEMINI, 20);
    photo(SECOND, "2026-11-20T21:00:00Z", GEMINI, 40);
    photo(FIRST, "2026-10-01T00:00:00Z", GEMINI, 80);

    var report =
        found(reading.ofSlot(new StatisticsRequest.OfSlot(SERG, FIRST, lately(Grouping.DAY))));

    assertThat(report.range().firstDay()).hasToString("2026-10-23");
    assertThat(report.range().lastDay()).hasToString("2026-11-22");
    assertThat(days(report.periods())).containsExactly("2026-11-20: 10", "2026-11-21: 20");
  }

  @Test
  void anotherZoneHasOtherDays() {
    photo(FIRST, "2026-11-20T20:59:59Z", GEMINI, 10);
    photo(FIRST, "2026-11-20T21:00:00Z", GEMINI, 20);
    var time =
        new StatisticsRequest.Time(
            Optional.empty(), Optional.empty(), Optional.of(ZoneId.of("UTC")), Grouping.DAY);

    var report = found(reading.ofSlot(new StatisticsRequest.OfSlot(SERG, FIRST, time)));

    assertThat(days(report.periods())).containsExactly("2026-11-20: 30");
  }

  @Test
  void theStatisticsOfASlotThatDoesNotExistAreRefused() {
    var query =
        new StatisticsRequest.OfSlot(new AccountName("nobody"), FIRST, lately(Grouping.DAY));

    assertThat(reading.ofSlot(query)).isInstanceOf(StatisticsOutcome.SlotUnknown.class);
  }

  @Test
  void rangesHaveTheirBounds() {
    assertThat(reading.ofSlot(new StatisticsRequest.OfSlot(SERG, FIRST, since("2026-10-22"))))
        .isEqualTo(new StatisticsOutcome.RangeTooLong<>(31));
    assertThat(reading.global(global(since("2026-10-22"), SortKey.START, true, 1)))
        .isInstanceOf(StatisticsOutcome.Found.class);
    assertThat(reading.global(global(since("2026-08-24"), SortKey.START, true, 1)))
        .isEqualTo(new StatisticsOutcome.RangeTooLong<>(90));
    assertThat(reading.global(global(since("2026-11-23"), SortKey.START, true, 1)))
        .isEqualTo(new StatisticsOutcome.RangeReversed<>());
    assertThat(
            reading.export(
                new StatisticsRequest.Export(SERG, since("2026-08-25"), Optional.empty())))
        .isInstanceOf(StatisticsOutcome.Found.class);
    assertThat(
            reading.export(
                new StatisticsRequest.Export(
                    SERG,
                    new StatisticsRequest.Time(
                        Optional.of(border("2026-10-22")),
                        Optional.empty(),
                        Optional.empty(),
                        Grouping.HOUR),
                    Optional.empty())))
        .isEqualTo(new StatisticsOutcome.RangeTooLong<>(31));
  }

  @Test
  void allSlotsAreAddedUpSortedAndPaged() {
    photo(FIRST, "2026-11-18T10:00:00Z", GEMINI, 30);
    photo(SECOND, "2026-11-18T11:00:00Z", LOCAL, 1);
    photo(FIRST, "2026-11-19T10:00:00Z", GEMINI, 90);
    photo(FIRST, "2026-11-20T10:00:00Z", GEMINI, 5);
    photo(new SlotAddress(IGOR, FIRST), "2026-11-20T10:00:00Z", GEMINI, 500);

    Page<PeriodTally> first =
        found(reading.global(global(lately(Grouping.DAY), SortKey.COST, false, 1)));
    Page<PeriodTally> second =
        found(reading.global(global(lately(Grouping.DAY), SortKey.COST, false, 2)));
    Page<PeriodTally> third =
        found(reading.global(global(lately(Grouping.DAY), SortKey.COST, true, 9)));

    assertThat(days(first.items())).containsExactly("2026-11-20: 5", "2026-11-18: 31");
    assertThat(days(second.items())).containsExactly("2026-11-19: 90");
    assertThat(third.items()).isEmpty();
    assertThat(third.total()).isEqualTo(3);
  }

  @Test
  void aFilterLeavesTheOthersOut() {
    photo(FIRST, "2026-11-20T10:00:00Z", GEMINI, 1);
    photo(SECOND, "2026-11-20T10:00:00Z", GEMINI, 2);
    photo(SECOND, "2026-11-20T10:00:00Z", LOCAL, 4);
    var query =
        new StatisticsRequest.Global(
            SERG,
            lately(Grouping.DAY),
            Optional.of(SECOND),
            Optional.of("gemini"),
            SortKey.START,
            true,
            1,
            10);

    assertThat(days(found(reading.global(query)).items())).containsExactly("2026-11-20: 2");
  }

  @Test
  void anExportHasASlotAfterTheOther() {
    photo(SECOND, "2026-11-19T10:00:00Z", GEMINI, 1);
    photo(FIRST, "2026-11-20T10:00:00Z", GEMINI, 2);

    var all =
        found(
            reading.export(
                new StatisticsRequest.Export(SERG, lately(Grouping.DAY), Optional.empty())));
    var one =
        found(
            reading.export(
                new StatisticsRequest.Export(SERG, lately(Grouping.DAY), Optional.of(SECOND))));

    assertThat(all.slots())
        .extracting(slot -> slot.slot().address().id() + " " + days(slot.periods()))
        .containsExactly("slot-001 [2026-11-20: 2]", "slot-002 [2026-11-19: 1]");
    assertThat(one.slots()).hasSize(1);
  }

  @Test
  void theTableHasEverySlotAndEveryProvider() {
    slots.put(
        SlotFixtures.aSlot()
            .withOperation(CatalogueFixtures.COMBINE_IMAGES)
            .withImage("overlay_media_id", PhotoFixtures.aMediaId(6))
            .withImage("base_media_id", TEMPLATE)
            .build());
    photo(FIRST, "2026-11-19T10:00:00Z", GEMINI, 1);
    photo(FIRST, "2026-11-19T11:00:00Z", LOCAL, 2);
    statistics.reset(new SlotAddress(SERG, FIRST), clock.instant());
    photo(FIRST, "2026-11-19T12:00:00Z", GEMINI, 4);
    photo(SECOND, "2026-11-19T12:00:00Z", GEMINI, 8);
    photo(new SlotAddress(IGOR, FIRST), "2026-11-20T10:00:00Z", GEMINI, 500);

    var table = reading.table(SERG);

    assertThat(table.slots()).hasSize(40);
    SlotLine line = table.slots().getFirst();
    assertThat(line.template()).contains(TEMPLATE);
    assertThat(line.sinceReset().cost()).isEqualTo(new Cost(4));
    assertThat(line.sinceReset().runs()).isEqualTo(1);
    assertThat(line.allTime().cost()).isEqualTo(new Cost(7));
    assertThat(line.lastCost()).contains(new Cost(4));
    assertThat(line.slot().lastResetAt()).isEqualTo(clock.instant());
    SlotLine unused = table.slots().getLast();
    assertThat(unused.allTime()).isEqualTo(Tally.NONE);
    assertThat(unused.template()).isEmpty();
    assertThat(unused.lastCost()).isEmpty();
    assertThat(table.providers())
        .extracting(ProviderLine::provider, provider -> provider.allTime().cost().microDollars())
        .containsExactly(tuple(GEMINI, 13L), tuple(LOCAL, 2L));
    assertThat(table.total().cost()).isEqualTo(new Cost(15));
  }

  private void photo(SlotId slot, String at, ProviderId provider, long microDollars) {
    photo(new SlotAddress(SERG, slot), at, provider, microDollars);
  }

  private void photo(SlotAddress slot, String at, ProviderId provider, long microDollars) {
    log.record(
        new ProcessingLogEntry(
            slot,
            ProcessingOrigin.BOOTH,
            provider,
            new JobId(UUID.randomUUID()),
            false,
            Instant.parse(at),
            ProcessingStatus.SUCCESS,
            Duration.ofMillis(1500),
            new Cost(microDollars),
            null));
  }

  private static StatisticsRequest.Global global(
      StatisticsRequest.Time time, SortKey key, boolean descending, int page) {
    return new StatisticsRequest.Global(
        SERG, time, Optional.empty(), Optional.empty(), key, descending, page, 2);
  }

  private static StatisticsRequest.Time lately(Grouping grouping) {
    return new StatisticsRequest.Time(
        Optional.empty(), Optional.empty(), Optional.empty(), grouping);
  }

  private static StatisticsRequest.Time since(String day) {
    return new StatisticsRequest.Time(
        Optional.of(border(day)), Optional.empty(), Optional.empty(), Grouping.DAY);
  }

  private static RangeBorder border(String text) {
    return RangeBorder.parse(text).orElseThrow();
  }

  private static <T> T found(StatisticsOutcome<T> outcome) {
    return ((StatisticsOutcome.Found<T>) outcome).statistics();
  }

  private static List<String> days(List<PeriodTally> rows) {
    return rows.stream()
        .map(row -> row.period().firstDay() + ": " + row.tally().microDollars())
        .toList();
  }
}
