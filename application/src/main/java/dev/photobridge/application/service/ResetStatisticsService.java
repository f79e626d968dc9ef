package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ResetStatisticsUseCase;
import dev.photobridge.application.port.out.AtomicChanges;
import dev.photobridge.application.port.out.AuditLog;
import dev.photobridge.application.port.out.Statistics;
import dev.photobridge.application.port.out.Statistics.ResetEnd;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.time.InstantSource;

/// Sets slots' statistics to zero.
public final class ResetStatisticsService implements ResetStatisticsUseCase {
  private final Statistics statistics;
  private final AtomicChanges changes;
  private final AuditLog audit;
  private final InstantSource clock;

  public ResetStatisticsService(
      Statistics statistics, AtomicChanges changes, AuditLog audit, InstantSource clock) {
    this.statistics = statistics;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public ResetEnd reset(SlotAddress slot) {
    return changes.make(() -> resetAndRemember(slot, clock.instant()));
  }

  private ResetEnd resetAndRemember(SlotAddress slot, Instant now) {
    ResetEnd outcome = statistics.reset(slot, now);
    if (outcome == ResetEnd.RESET) {
      audit.record(
          AuditEntry.of(
              slot.account(), AuditedAction.SLOT_STATISTICS_RESET, slot.id().value(), now));
    }
    return outcome;
  }
}
