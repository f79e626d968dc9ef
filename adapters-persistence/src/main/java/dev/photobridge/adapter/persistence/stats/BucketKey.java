package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.Tally;
import java.time.Instant;
import java.util.Map;

/// Which row of table `statistics_bucket`.
///
/// @param slot empty: all slots of the account together
/// @param provider empty: not recorded
record BucketKey(String account, String slot, BucketSpan span, Instant startsAt, String provider) {
  /// All slots of an account together.
  static final String ALL_SLOTS = "";

  /// Adds a row of the log to every bucket that it is in.
  static void spread(Map<BucketKey, Tally> sums, ProcessingLogEntry entry) {
    spread(
        sums,
        entry.slot().account().value(),
        entry.slot().id().value(),
        entry.provider().value(),
        entry.createdAt(),
        Tally.of(entry));
  }

  /// Adds what a row of the log changed to every bucket that the row is in.
  static void spread(
      Map<BucketKey, Tally> sums,
      String account,
      String slot,
      String provider,
      Instant createdAt,
      Tally change) {
    for (BucketSpan span : BucketSpan.values()) {
      Instant start = span.startOf(createdAt);
      sums.merge(new BucketKey(account, slot, span, start, provider), change, Tally::plus);
      if (span != BucketSpan.ALL) {
        sums.merge(new BucketKey(account, ALL_SLOTS, span, start, provider), change, Tally::plus);
      }
    }
  }
}
