package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Bar;
import dev.photobridge.adapter.http.page.stats.StatisticsView.ChartView;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Part;
import dev.photobridge.adapter.http.page.stats.StatisticsView.SparkView;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.Tally;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws figures as SVG, with the same in words.
final class Charts {
  private static final int STEP = 10;
  private static final double GAP = 2;
  private static final int HEIGHT = 100;
  private static final int MOST_LABELS = 6;
  private static final int SPARK_WIDTH = 96;
  private static final int SPARK_TOP = 3;
  private static final int SPARK_BOTTOM = 25;

  private final Language language;
  private final Texts texts;
  private final Formats formats;

  Charts(Language language) {
    this.language = language;
    this.texts = Texts.in(language);
    this.formats = new Formats(language);
  }

  ChartView of(PeriodFigures figures) {
    List<PeriodTally> steps = figures.steps();
    long most = steps.stream().mapToLong(step -> step.tally().requests()).max().orElse(0);
    long mostCost = steps.stream().mapToLong(Charts::cost).max().orElse(0);
    int labelEvery = Math.ceilDiv(steps.size(), MOST_LABELS);
    List<Bar> bars =
        IntStream.range(0, steps.size())
            .mapToObj(i -> bar(figures.period(), i, steps.get(i), most, mostCost, labelEvery))
            .toList();
    return new ChartView(
        steps.size() * STEP,
        words(figures),
        figures.total().isEmpty(),
        formats.number(most),
        mostCost == 0 ? "" : formats.money(new Cost(mostCost).plainDollars()),
        bars);
  }

  private String words(PeriodFigures figures) {
    Tally total = figures.total();
    return texts.get(
        "statistics.chart.words",
        texts.get("statistics.period." + figures.period().word()),
        formats.number(total.success()),
        formats.number(total.errors()),
        formats.money(total.cost().plainDollars()));
  }

  private Bar bar(
      StatsPeriod period, int i, PeriodTally step, long most, long mostCost, int labelEvery) {
    Tally tally = step.tally();
    double success = share(tally.success(), most);
    double errors = share(tally.errors(), most);
    return new Bar(
        SvgNumbers.of(i * STEP + GAP),
        part(HEIGHT - success, success),
        part(HEIGHT - success - errors, errors),
        part(HEIGHT - share(cost(step), mostCost), share(cost(step), mostCost)),
        label(period, step.period()),
        i % labelEvery == 0,
        formats.number(tally.success()),
        formats.number(tally.errors()),
        new Words(language).seconds(tally.p95Millis()),
        formats.money(tally.cost().plainDollars()));
  }

  private static long cost(PeriodTally step) {
    return step.tally().cost().microDollars();
  }

  private static double share(long number, long most) {
    return most == 0 ? 0 : (double) HEIGHT * number / most;
  }

  private static Part part(double y, double height) {
    return new Part(SvgNumbers.of(y), SvgNumbers.of(height), height > 0);
  }

  private String label(StatsPeriod period, Period step) {
    return switch (period) {
      case HOUR -> in("HH:mm", step);
      case DAY, WEEK -> in("d MMM", step);
      case MONTH -> in("LLLL", step);
    };
  }

  private String in(String pattern, Period step) {
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(step.beginning());
  }

  /// The latest days of a slot; the last but one is yesterday.
  SparkView spark(List<Long> days) {
    long most = Collections.max(days);
    List<String> points =
        IntStream.range(0, days.size())
            .mapToObj(i -> x(i, days.size()) + "," + y(days.get(i), most))
            .toList();
    int last = days.size() - 1;
    return new SparkView(
        points.stream().collect(Collectors.joining(" ")),
        x(last, days.size()),
        y(days.get(last), most),
        texts.get(
            "statistics.spark",
            days.size(),
            formats.number(Collections.min(days)),
            formats.number(most),
            formats.number(days.get(Math.max(0, last - 1)))));
  }

  private static String x(int i, int size) {
    return SvgNumbers.of(2 + (SPARK_WIDTH - 4.0) * i / Math.max(1, size - 1));
  }

  private static String y(long number, long most) {
    double share = most == 0 ? 0 : (double) number / most;
    return SvgNumbers.of(SPARK_BOTTOM - (SPARK_BOTTOM - SPARK_TOP) * share);
  }
}
