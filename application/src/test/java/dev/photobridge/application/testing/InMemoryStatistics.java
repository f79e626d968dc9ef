package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.Statistics;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.Tally;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Statistics the plain way: by looking at every row of the log each time.
public final class InMemoryStatistics implements Statistics {
  private final InMemoryProcessingLog log;
  private final InMemorySlotRepository slots;
  private final Map<SlotAddress, Tally> untilReset = new HashMap<>();
  private boolean busy;

  /// @param log whose rows count
  public InMemoryStatistics(InMemoryProcessingLog log, InMemorySlotRepository slots) {
    this.log = log;
    this.slots = slots;
  }

  /// Lets resets find another one running.
  public void resetRuns() {
    busy = true;
  }

  @Override
  public List<PeriodTally> periods(Photos photos, List<Period> periods) {
    return sums(
        row ->
            row.slot().account().equals(photos.account())
                && photos.slot().map(row.slot().id()::equals).orElse(true)
                && photos.provider().map(row.provider().value()::equals).orElse(true),
        periods);
  }

  @Override
  public SortedMap<SlotId, List<PeriodTally>> periodsBySlot(
      AccountName account, List<Period> periods) {
    var bySlot = new TreeMap<SlotId, List<PeriodTally>>();
    for (SlotId slot : SlotId.all()) {
      List<PeriodTally> rows =
          sums(row -> row.slot().equals(new SlotAddress(account, slot)), periods);
      if (!rows.isEmpty()) {
        bySlot.put(slot, rows);
      }
    }
    return bySlot;
  }

  @Override
  public Totals totals(AccountName account) {
    var marks = new HashMap<SlotId, Tally>();
    untilReset.forEach(
        (slot, tally) -> {
          if (slot.account().equals(account)) {
            marks.put(slot.id(), tally);
          }
        });
    var lastCosts = new HashMap<SlotId, Cost>();
    rows(row -> row.slot().account().equals(account))
        .filter(row -> row.origin() == ProcessingOrigin.BOOTH)
        .filter(row -> row.job().isPresent() && !row.joined())
        .sorted(Comparator.comparing(ProcessingLogEntry::createdAt))
        .forEach(row -> lastCosts.put(row.slot().id(), row.cost()));
    return new Totals(allTime(account), marks, lastCosts);
  }

  private List<SlotTotal> allTime(AccountName account) {
    return rows(row -> row.slot().account().equals(account))
        .map(row -> new SlotTotal(row.slot().id(), Optional.of(row.provider()), Tally.NONE))
        .distinct()
        .sorted(
            Comparator.comparing(SlotTotal::slot)
                .thenComparing(total -> total.provider().map(ProviderId::value).orElse("")))
        .map(
            total ->
                new SlotTotal(
                    total.slot(),
                    total.provider(),
                    sum(
                        row ->
                            row.slot().equals(new SlotAddress(account, total.slot()))
                                && Optional.of(row.provider()).equals(total.provider()))))
        .toList();
  }

  @Override
  public ResetEnd reset(SlotAddress slot, Instant at) {
    Optional<Slot> stored = slots.find(slot);
    if (stored.isEmpty()) {
      return ResetEnd.SLOT_UNKNOWN;
    }
    if (busy) {
      return ResetEnd.RUNNING;
    }
    stored
        .map(
            old ->
                new Slot(
                    old.address(),
                    old.name(),
                    old.configuredSetup(),
                    old.rules(),
                    at,
                    old.updatedAt(),
                    old.version()))
        .ifPresent(slots::put);
    untilReset.put(slot, sum(row -> row.slot().equals(slot)));
    return ResetEnd.RESET;
  }

  private List<PeriodTally> sums(Predicate<ProcessingLogEntry> which, List<Period> periods) {
    return periods.stream()
        .map(
            period ->
                new PeriodTally(
                    period,
                    sum(
                        which.and(
                            row ->
                                !row.createdAt().isBefore(period.start())
                                    && row.createdAt().isBefore(period.end())))))
        .filter(row -> !row.tally().isEmpty())
        .toList();
  }

  private Tally sum(Predicate<ProcessingLogEntry> which) {
    return rows(which).map(Tally::of).reduce(Tally.NONE, Tally::plus);
  }

  private Stream<ProcessingLogEntry> rows(Predicate<ProcessingLogEntry> which) {
    return log.rows().stream().filter(which);
  }
}
