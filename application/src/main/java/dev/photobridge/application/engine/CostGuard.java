package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.CostCaps;
import dev.photobridge.application.port.out.SpendingLedger;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.RateWindow;
import dev.photobridge.domain.slot.CostCap;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/// Keeps calls from being made once a cost cap is reached (PRODUCT, "cost under control"). It looks
/// at the caps as they are now, so that raising one helps the jobs that wait. Safe for use by many
/// threads.
public final class CostGuard {
  private final CostCaps caps;
  private final SpendingLedger ledger;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone where days begin at midnight
  public CostGuard(CostCaps caps, SpendingLedger ledger, InstantSource clock, ZoneId zone) {
    this.caps = caps;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
  }

  /// Why this attempt may not begin; empty where it may. What was accepted by a provider is paid
  /// for already, and what this server makes by itself costs nothing.
  Optional<JobFailure> refusal(RunningJob job) {
    if (job.deferredCall().isPresent() || job.setup().provider().equals(ProviderId.LOCAL)) {
      return Optional.empty();
    }
    Instant today = RateWindow.dayStart(clock.instant(), zone);
    CostCaps.Caps now = caps.of(job.order().slot());
    return now.slot()
        .flatMap(cap -> beyondSlotCap(cap, job, today))
        .or(() -> now.perDay().flatMap(cap -> beyondDailyCap(cap, today)))
        .map(
            words ->
                JobFailure.of(
                    FailureKind.COST_CAP_REACHED, "COST_CAP_REACHED", words + "; raise the cap"));
  }

  private Optional<String> beyondSlotCap(CostCaps.SlotCap slot, RunningJob job, Instant today) {
    return slot.cap()
        .reachedBy(ledger.of(job.order().slot(), today, slot.resetAt(), job.startedAt()));
  }

  private Optional<String> beyondDailyCap(Cost cap, Instant today) {
    Cost spent = ledger.spentSince(today);
    return spent.microDollars() < cap.microDollars()
        ? Optional.empty()
        : Optional.of(
            "all slots have cost " + CostCap.inWords(spent, cap) + " they may cost a day");
  }
}
