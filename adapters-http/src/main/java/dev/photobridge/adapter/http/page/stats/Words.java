package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Share;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Times;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Figures in words. What is not known is a dash, never a zero.
final class Words {
  static final String NOTHING = "—";

  /// Of fewer photos a 95th percentile is the slowest one.
  private static final int ENOUGH = 20;

  private static final BigDecimal BAD_PERCENT = BigDecimal.TEN;
  private static final double HUNDRED = 100.0;

  private final Texts texts;
  private final Formats formats;

  Words(Language language) {
    this.texts = Texts.in(language);
    this.formats = new Formats(language);
  }

  String seconds(OptionalLong millis) {
    return millis.isEmpty()
        ? NOTHING
        : texts.get("statistics.seconds", formats.seconds(Duration.ofMillis(millis.getAsLong())));
  }

  Times times(OptionalLong p95, long photos) {
    return new Times(seconds(p95), photos > 0 && photos < ENOUGH);
  }

  Share share(Optional<BigDecimal> percent, long errors, long photos) {
    return percent
        .map(
            share ->
                new Share(
                    formats.percent(share.doubleValue() / HUNDRED),
                    texts.get("statistics.of", formats.number(errors), formats.number(photos)),
                    share.compareTo(BAD_PERCENT) >= 0))
        .orElseGet(() -> new Share(NOTHING, "", false));
  }

  String money(Optional<BigDecimal> dollars) {
    return dollars.map(formats::money).orElse(NOTHING);
  }
}
