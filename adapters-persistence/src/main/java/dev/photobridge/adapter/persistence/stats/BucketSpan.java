package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.domain.stats.ReportRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How much time a bucket of the roll-up holds. The lengths divide each other, and all buckets are
/// counted from the epoch: time zones shift the borders of a day, but never away from a quarter of
/// an hour.
enum BucketSpan {
  /// A quarter of an hour.
  QUARTER(ReportRange.STEP),
  /// Three hours, which divide the days of most zones.
  THREE_HOURS(Duration.ofHours(3)),
  /// A day of UTC.
  DAY(Duration.ofDays(1)),
  /// Everything.
  ALL(Duration.ZERO);

  /// Those with a length, longest first.
  static final List<BucketSpan> TIMED = List.of(DAY, THREE_HOURS, QUARTER);

  private final long seconds;

  BucketSpan(Duration length) {
    this.seconds = length.toSeconds();
  }

  /// The beginning of the bucket that this moment is in.
  Instant startOf(Instant moment) {
    if (this == ALL) {
      return Instant.EPOCH;
    }
    long second = moment.getEpochSecond();
    return Instant.ofEpochSecond(second - Math.floorMod(second, seconds));
  }

  /// The first beginning of a bucket at or after this moment.
  Instant startFrom(Instant moment) {
    Instant start = startOf(moment);
    return start.isBefore(moment) ? start.plusSeconds(seconds) : start;
  }
}
