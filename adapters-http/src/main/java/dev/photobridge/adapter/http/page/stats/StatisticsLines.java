package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.stats.StatisticsView.IdleSlot;
import dev.photobridge.adapter.http.page.stats.StatisticsView.ProviderLine;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Share;
import dev.photobridge.adapter.http.page.stats.StatisticsView.SlotLine;
import dev.photobridge.adapter.http.page.stats.StatisticsView.SparkView;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Times;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.model.ProviderTotalsDto;
import dev.photobridge.openapi.model.SlotStatisticsRowDto;
import dev.photobridge.openapi.model.StatisticsTotalsDto;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The lines of the table, worded.
final class StatisticsLines {
  private final Texts texts;
  private final Formats formats;
  private final Words words;
  private final Charts charts;

  StatisticsLines(Language language) {
    this.texts = Texts.in(language);
    this.formats = new Formats(language);
    this.words = new Words(language);
    this.charts = new Charts(language);
  }

  /// How people call a slot that has no name.
  String number(String slotId) {
    return texts.get(
        "statistics.slot", Integer.parseInt(slotId.substring(slotId.lastIndexOf('-') + 1)));
  }

  /// Whether a slot is free and was never used.
  static boolean isIdle(SlotStatisticsRowDto slot) {
    return slot.providerId() == null
        && slot.allTime().requests() == 0
        && slot.allTime().cost().signum() == 0;
  }

  IdleSlot idle(SlotStatisticsRowDto slot) {
    return new IdleSlot(slot.slotId(), number(slot.slotId()));
  }

  SlotLine row(SlotStatisticsRowDto slot, Map<SlotId, List<Long>> days) {
    StatisticsTotalsDto since = slot.sinceReset();
    return new SlotLine(
        slot.slotId(),
        number(slot.slotId()),
        slot.name(),
        Optional.ofNullable(slot.templateMediaId())
            .map(id -> "/api/media/" + id + "/thumbnail")
            .orElse(""),
        spark(slot.slotId(), days),
        formats.number(since.runs()),
        formats.number(since.requests()),
        times(since),
        share(since),
        words.money(Optional.ofNullable(slot.lastCost())),
        spent(since),
        List.of(slot.lastResetAt()),
        formats.number(slot.allTime().runs()));
  }

  private List<SparkView> spark(String slotId, Map<SlotId, List<Long>> days) {
    return SlotId.parse(slotId)
        .flatMap(id -> Optional.ofNullable(days.get(id)))
        .filter(counts -> !counts.isEmpty())
        .map(charts::spark)
        .stream()
        .toList();
  }

  /// The line of all slots together, which counts all time.
  SlotLine total(StatisticsTotalsDto total) {
    return new SlotLine(
        "",
        "",
        texts.get("statistics.total"),
        "",
        List.of(),
        formats.number(total.runs()),
        formats.number(total.requests()),
        times(total),
        share(total),
        "",
        spent(total),
        List.of(),
        formats.number(total.runs()));
  }

  ProviderLine provider(ProviderTotalsDto provider, Map<String, String> names) {
    StatisticsTotalsDto totals = provider.totals();
    return new ProviderLine(
        names.getOrDefault(provider.providerId(), provider.providerId()),
        formats.number(totals.runs()),
        formats.number(totals.requests()),
        times(totals),
        share(totals),
        spent(totals));
  }

  private String spent(StatisticsTotalsDto totals) {
    boolean nothing = totals.requests() == 0 && totals.cost().signum() == 0;
    return words.money(nothing ? Optional.empty() : Optional.of(totals.cost()));
  }

  private Times times(StatisticsTotalsDto totals) {
    Long p95 = totals.p95ResponseMs();
    return words.times(
        p95 == null ? OptionalLong.empty() : OptionalLong.of(p95), totals.requests());
  }

  private Share share(StatisticsTotalsDto totals) {
    Optional<BigDecimal> percent = Optional.ofNullable(totals.errorPercent());
    return words.share(percent, totals.errors(), totals.requests());
  }
}
