package dev.photobridge.domain.stats;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/// How often which response time occurred, in bins that are at most 1/16 wide: a histogram from
/// which percentiles are read to within 1/32, and which is small and can be added up.
///
/// Milliseconds below 16 have a bin each; every power of two above is divided into 16 bins. All of
/// it is whole numbers, so that other programs (the migration that filled the roll-up) find the
/// same bins.
public final class ResponseTimes {
  /// No times at all.
  public static final ResponseTimes NONE = new ResponseTimes(new int[0], new long[0]);

  private static final int PARTS = 16;
  private static final int PARTS_BITS = 4;
  private static final int BINS = bin(Integer.MAX_VALUE) + 1;

  private final int[] bins;
  private final long[] counts;

  private ResponseTimes(int[] bins, long[] counts) {
    this.bins = bins;
    this.counts = counts;
  }

  /// One response time.
  public static ResponseTimes of(Duration time) {
    return new ResponseTimes(new int[] {bin(time.toMillis())}, new long[] {1});
  }

  /// The bin of a time; times beyond 24 days share the last one.
  ///
  /// @param millis 0 or more
  static int bin(long millis) {
    if (millis < PARTS) {
      return Math.toIntExact(millis);
    }
    int capped = (int) Math.min(millis, Integer.MAX_VALUE);
    int shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(capped) - PARTS_BITS;
    return (shift + 1) * PARTS + (capped >> shift) - PARTS;
  }

  /// The middle of a bin, in milliseconds.
  private static long middle(int bin) {
    if (bin < PARTS) {
      return bin;
    }
    int shift = bin / PARTS - 1;
    long low = (long) (PARTS + bin % PARTS) << shift;
    return low + ((1L << shift) - 1) / 2;
  }

  /// How many bins have a count.
  public int bins() {
    return bins.length;
  }

  /// How many times there are.
  public long count() {
    return Arrays.stream(counts).sum();
  }

  /// The shortest time that so many percent of all do not exceed, in milliseconds and to within
  /// 1/32; empty without any times.
  ///
  /// @param percent 1 to 100
  public OptionalLong percentile(int percent) {
    long rank = Math.ceilDiv(count() * percent, 100L);
    long seen = 0;
    for (int i = 0; i < bins.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return OptionalLong.of(middle(bins[i]));
      }
    }
    return OptionalLong.empty();
  }

  /// These and the others together.
  public ResponseTimes plus(ResponseTimes others) {
    return new Builder().add(this).add(others).build();
  }

  /// These without the others, which are among them.
  public ResponseTimes minus(ResponseTimes others) {
    var builder = new Builder().add(this);
    others.forEach((bin, count) -> builder.add(bin, -count));
    return builder.build();
  }

  /// Hands over every bin that has a count, in ascending order.
  public void forEach(BinVisitor visitor) {
    for (int i = 0; i < bins.length; i++) {
      visitor.visit(bins[i], counts[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResponseTimes times
        && Arrays.equals(bins, times.bins)
        && Arrays.equals(counts, times.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bins) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "ResponseTimes[" + count() + "]";
  }

  /// Gets bins.
  @FunctionalInterface
  public interface BinVisitor {
    /// One bin and how many times fell into it.
    void visit(int bin, long count);
  }

  /// Adds bins up in any order. Used by one thread.
  public static final class Builder {
    private final long[] sums = new long[BINS];

    /// Adds so many times to a bin.
    ///
    /// @throws IndexOutOfBoundsException where there is no such bin
    public Builder add(int bin, long count) {
      sums[bin] += count;
      return this;
    }

    Builder add(ResponseTimes times) {
      times.forEach(this::add);
      return this;
    }

    /// All that was added. What was taken away too often counts as none.
    public ResponseTimes build() {
      int used = (int) Arrays.stream(sums).filter(count -> count > 0).count();
      var bins = new int[used];
      var counts = new long[used];
      int at = 0;
      for (int bin = 0; bin < BINS; bin++) {
        if (sums[bin] > 0) {
          bins[at] = bin;
          counts[at++] = sums[bin];
        }
      }
      return new ResponseTimes(bins, counts);
    }
  }
}
