package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.domain.stats.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Buckets of one span that follow each other.
///
/// @param from the beginning of the first one
/// @param to the end of the last one
record BucketRange(BucketSpan span, Instant from, Instant to) {
  /// The fewest buckets that together hold exactly these periods; each is within one of them.
  ///
  /// @param periods in steps of quarters of an hour
  static List<BucketRange> covering(List<Period> periods) {
    var ranges = new ArrayList<BucketRange>();
    periods.forEach(period -> collect(period.start(), period.end(), BucketSpan.TIMED, ranges));
    return joined(ranges);
  }

  private static void collect(
      Instant from, Instant to, List<BucketSpan> spans, List<BucketRange> ranges) {
    if (!from.isBefore(to)) {
      return;
    }
    BucketSpan span = spans.getFirst();
    List<BucketSpan> shorter = spans.subList(1, spans.size());
    Instant first = span.startFrom(from);
    Instant last = span.startOf(to);
    if (first.isBefore(last)) {
      ranges.add(new BucketRange(span, first, last));
      collect(from, first, shorter, ranges);
      collect(last, to, shorter, ranges);
    } else {
      collect(from, to, shorter, ranges);
    }
  }

  /// The same with neighbours made one, so that there are fewer to look for.
  private static List<BucketRange> joined(List<BucketRange> ranges) {
    var joined = new ArrayList<BucketRange>();
    ranges.stream()
        .sorted(Comparator.comparing(BucketRange::span).thenComparing(BucketRange::from))
        .forEach(
            range -> {
              BucketRange last = joined.isEmpty() ? null : joined.getLast();
              if (last != null && last.span == range.span && last.to.equals(range.from)) {
                joined.set(joined.size() - 1, new BucketRange(last.span, last.from, range.to));
              } else {
                joined.add(range);
              }
            });
    return joined;
  }
}
