package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Rows of a processing log by chance: two accounts, a few slots and providers, everything that may
/// be in a row.
final class LogRows {
  static final AccountName IGOR = new AccountName("igor");

  private final Random random;
  private final Instant from;
  private final long seconds;

  /// Rows from this moment on, for so long.
  LogRows(Random random, Instant from, Duration length) {
    this.random = random;
    this.from = from;
    this.seconds = length.toSeconds();
  }

  ProcessingLogEntry next() {
    boolean byOperator = random.nextInt(8) == 0;
    boolean hasJob = byOperator || random.nextInt(10) > 0;
    return new ProcessingLogEntry(
        new SlotAddress(
            random.nextInt(5) == 0 ? IGOR : StoredFixtures.SERG,
            SlotId.number(1 + random.nextInt(3))),
        byOperator ? ProcessingOrigin.OPERATOR : ProcessingOrigin.BOOTH,
        new ProviderId(List.of("gemini", "local", "turbotext").get(random.nextInt(3))),
        hasJob ? job() : null,
        hasJob && !byOperator && random.nextInt(6) == 0,
        from.plusSeconds(random.nextLong(seconds)).plusMillis(random.nextInt(1000)),
        List.of(ProcessingStatus.values()).get(random.nextInt(3)),
        Duration.ofMillis((long) Math.exp(random.nextDouble() * 13)),
        new Cost(random.nextInt(3) == 0 ? 0 : random.nextInt(200_000)),
        null);
  }

  private JobId job() {
    return new JobId(new UUID(random.nextLong(), random.nextLong()));
  }
}
