package dev.photobridge.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.errorprone.annotations.FormatMethod;
import dev.photobridge.fault.booth.PostOutcome;
import dev.photobridge.fault.ledger.Evidence;
import dev.photobridge.fault.ledger.JobRow;
import dev.photobridge.fault.ledger.Rule;
import dev.photobridge.fault.ledger.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A run's result as Markdown.
final class FaultReport {
  private static final int MOST_SHOWN = 100;
  private static final String DETAIL = ": ";

  private final FaultRunResult result;
  private final StringBuilder text = new StringBuilder();

  private FaultReport(FaultRunResult result) {
    this.result = result;
  }

  static String of(FaultRunResult result) {
    var report = new FaultReport(result);
    report.line(
        "Seed %d, %d booths at 2 nodes, %d photos, %.0f s.",
        result.options().seed(),
        result.options().booths(),
        result.evidence().posts().size(),
        result.lasted().toMillis() / 1e3);
    report.faults();
    report.outcomes();
    report.orphans();
    report.rules();
    report.violations();
    return report.text.toString();
  }

  private void faults() {
    line("");
    line(
        "| fault | times | all booths served again after (median, longest) | rate after / before"
            + " (median, least) | seen |");
    line("|---|---:|---:|---:|---|");
    Map<String, List<FaultRecord>> byTitle = new LinkedHashMap<>();
    for (FaultRecord record : result.faults()) {
      byTitle.computeIfAbsent(record.fault().title(), _ -> new ArrayList<>()).add(record);
    }
    byTitle.forEach(
        (title, records) ->
            line(
                "| %s | %d | %s | %s | %s |",
                title,
                records.stream().mapToInt(FaultRecord::times).sum(),
                records.getFirst().isMeasured() ? recovery(records) : "-",
                records.getFirst().isMeasured() ? ratio(records) : "-",
                records.getLast().note()));
  }

  private static String recovery(List<FaultRecord> records) {
    List<Double> waits =
        records.stream().map(record -> record.recovery().toMillis() / 1e3).sorted().toList();
    return String.format(Locale.ROOT, "%.1f s, %.1f s", median(waits), waits.getLast());
  }

  private static String ratio(List<FaultRecord> records) {
    List<Double> ratios = records.stream().map(FaultRecord::ratio).sorted().toList();
    return String.format(Locale.ROOT, "%.2f, %.2f", median(ratios), ratios.getFirst());
  }

  private void outcomes() {
    Evidence evidence = result.evidence();
    table(
        "what booths got",
        evidence.posts().stream()
            .collect(groupingBy(p -> words(p.outcome()), TreeMap::new, counting())));
    table(
        "what became of jobs",
        evidence.jobs().stream().collect(groupingBy(FaultReport::words, TreeMap::new, counting())));
    table(
        "calls of a photo",
        evidence.calls().stream().collect(groupingBy(c -> c.photo(), counting())).values().stream()
            .collect(groupingBy(String::valueOf, TreeMap::new, counting())));
  }

  private static String words(PostOutcome outcome) {
    return switch (outcome) {
      case PostOutcome.Processed _ -> "200, processed photo";
      case PostOutcome.Refused refused -> refused.status() + " " + refused.code();
      case PostOutcome.NotConnected _ -> "no connection (node away)";
      case PostOutcome.Broken _ -> "connection broken";
      case PostOutcome.LeftByBooth _ -> "left by the booth itself";
    };
  }

  private static String words(JobRow job) {
    String failure = job.failure();
    return failure == null
        ? job.state()
        : job.state() + " " + failure.substring(0, failure.indexOf(DETAIL));
  }

  private void table(String title, Map<String, Long> counts) {
    line("");
    line("| %s | number |", title);
    line("|---|---:|");
    counts.forEach((name, count) -> line("| %s | %d |", name, count));
  }

  private void orphans() {
    List<Duration> times = result.orphans();
    line("");
    if (times.isEmpty()) {
      line("No kill left a job behind that had to be run again.");
      return;
    }
    List<Double> seconds = times.stream().map(time -> time.toMillis() / 1e3).toList();
    line(
        "Jobs of killed nodes that ran again: %d, %.1f s after the kill (median), %.1f s at most.",
        seconds.size(), median(seconds), seconds.getLast());
    line(
        "Files without a row when all jobs had ended, before their time was over: %d.",
        result.leftovers());
  }

  private void rules() {
    Map<Rule, Long> found =
        result.violations().stream().collect(groupingBy(Violation::rule, counting()));
    line("");
    line("| rule | violations |");
    line("|---|---:|");
    for (Rule rule : Rule.values()) {
      line("| %s | %d |", rule.promise(), found.getOrDefault(rule, 0L));
    }
  }

  private void violations() {
    if (result.violations().isEmpty()) {
      return;
    }
    line("");
    line("Violations (seed %d):", result.options().seed());
    line("");
    result.violations().stream()
        .limit(MOST_SHOWN)
        .forEach(found -> line("- %s, %s: %s", found.rule(), found.subject(), found.what()));
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }

  @FormatMethod
  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
