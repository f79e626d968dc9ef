package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ReadStatisticsUseCase.ProviderLine;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.SlotLine;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.Table;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.application.port.out.Statistics;
import dev.photobridge.application.port.out.Statistics.SlotTotal;
import dev.photobridge.application.port.out.Statistics.Totals;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts the statistics page together (PRODUCT section 8). Safe for use by many threads.
public final class StatisticsTable {
  private final Statistics statistics;
  private final SlotRepository slots;
  private final SetupImages images;

  /// @param catalogue says which settings are images
  public StatisticsTable(Statistics statistics, SlotRepository slots, ProviderCatalogue catalogue) {
    this.statistics = statistics;
    this.slots = slots;
    this.images = new SetupImages(catalogue);
  }

  Table of(AccountName account) {
    Totals totals = statistics.totals(account);
    Map<SlotId, Tally> allTime =
        totals.allTime().stream()
            .collect(Collectors.toMap(SlotTotal::slot, SlotTotal::tally, Tally::plus));
    return new Table(
        slots.list(account).stream().map(slot -> line(slot, allTime, totals)).toList(),
        providers(totals.allTime()),
        sum(totals.allTime().stream()));
  }

  private SlotLine line(Slot slot, Map<SlotId, Tally> allTime, Totals totals) {
    SlotId id = slot.address().id();
    Tally all = allTime.getOrDefault(id, Tally.NONE);
    Tally before = totals.untilReset().getOrDefault(id, Tally.NONE);
    return new SlotLine(
        slot,
        slot.setup().flatMap(setup -> images.of(setup).findFirst()),
        all.since(before),
        all,
        Optional.ofNullable(totals.lastCosts().get(id)));
  }

  private static List<ProviderLine> providers(List<SlotTotal> totals) {
    return totals.stream()
        .flatMap(total -> total.provider().stream())
        .distinct()
        .sorted(Comparator.comparing(ProviderId::value))
        .map(
            provider ->
                new ProviderLine(
                    provider,
                    sum(
                        totals.stream()
                            .filter(total -> total.provider().equals(Optional.of(provider))))))
        .toList();
  }

  private static Tally sum(Stream<SlotTotal> totals) {
    return totals.map(SlotTotal::tally).reduce(Tally.NONE, Tally::plus);
  }
}
