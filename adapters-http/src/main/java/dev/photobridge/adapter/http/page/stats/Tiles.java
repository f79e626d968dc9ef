package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Share;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Tile;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Times;
import dev.photobridge.domain.stats.Tally;
import java.util.List;

/// The four numbers on top, each beside what it was before.
final class Tiles {
  private final Texts texts;
  private final Formats formats;
  private final Words words;

  Tiles(Language language) {
    this.texts = Texts.in(language);
    this.formats = new Formats(language);
    this.words = new Words(language);
  }

  List<Tile> of(PeriodFigures figures) {
    Tally now = figures.total();
    Tally before = figures.before();
    return List.of(
        tile("processed", processed(now), "", processed(before), before),
        tile("errors", share(now).percent(), share(now).count(), share(before).percent(), before),
        tile("p95", times(now).p95(), few(times(now)), times(before).p95(), before),
        tile("spent", spent(now), "", spent(before), before));
  }

  private Tile tile(String key, String value, String note, String before, Tally earlier) {
    return new Tile(
        texts.get("statistics.tile." + key),
        value,
        note,
        earlier.isEmpty()
            ? texts.get("statistics.before.nothing")
            : texts.get("statistics.before", before));
  }

  private String processed(Tally tally) {
    return tally.requests() == 0 ? Words.NOTHING : formats.number(tally.success());
  }

  private Share share(Tally tally) {
    return words.share(tally.errorPercent(), tally.errors(), tally.requests());
  }

  private Times times(Tally tally) {
    return words.times(tally.p95Millis(), tally.requests());
  }

  private String few(Times times) {
    return times.few() ? texts.get("statistics.few") : "";
  }

  private String spent(Tally tally) {
    return tally.isEmpty() ? Words.NOTHING : formats.money(tally.cost().plainDollars());
  }
}
