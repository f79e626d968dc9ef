package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ReadSlotActivityUseCase;
import dev.photobridge.application.port.out.SlotActivities;
import dev.photobridge.application.port.out.SlotActivities.EndedJob;
import dev.photobridge.application.port.out.SlotActivities.SlotActivity;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.application.port.out.Statistics;
import dev.photobridge.application.port.out.Statistics.Photos;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.slot.PhotoEnd;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotState;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.PeriodTally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows operators how their slots do.
public final class ReadSlotActivityService implements ReadSlotActivityUseCase {
  private static final Duration LATELY = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

  private final SlotRepository slots;
  private final SlotActivities activities;
  private final Statistics statistics;
  private final InstantSource clock;

  public ReadSlotActivityService(
      SlotRepository slots, SlotActivities activities, Statistics statistics, InstantSource clock) {
    this.slots = slots;
    this.activities = activities;
    this.statistics = statistics;
    this.clock = clock;
  }

  @Override
  public List<SlotReport> all(AccountName account) {
    Instant now = clock.instant();
    Map<SlotId, SlotActivity> found = activities.of(account, SlotId.all(), now);
    Map<SlotId, List<PeriodTally>> day = statistics.periodsBySlot(account, dayUntil(now));
    return slots.list(account).stream()
        .map(
            slot -> {
              SlotId id = slot.address().id();
              return report(
                  slot,
                  found.getOrDefault(id, SlotActivity.NONE),
                  day.getOrDefault(id, List.of()),
                  now);
            })
        .toList();
  }

  @Override
  public Optional<SlotReport> of(SlotAddress address) {
    Instant now = clock.instant();
    SlotId id = address.id();
    return slots
        .find(address)
        .map(
            slot ->
                report(
                    slot,
                    activities
                        .of(address.account(), List.of(id), now)
                        .getOrDefault(id, SlotActivity.NONE),
                    statistics.periods(
                        new Photos(address.account(), Optional.of(id), Optional.empty()),
                        dayUntil(now)),
                    now));
  }

  private static SlotReport report(
      Slot slot, SlotActivity activity, List<PeriodTally> day, Instant now) {
    List<PhotoEnd> recent =
        activity.latest().stream()
            .filter(job -> counts(job, slot, now))
            .map(job -> end(job.state()))
            .toList();
    return new SlotReport(
        slot,
        SlotState.of(slot.setup().isPresent(), activity.queued() + activity.running() > 0, recent),
        activity.queued(),
        activity.running(),
        activity.latest().stream().findFirst(),
        activity.result(),
        recent.size(),
        PhotoEnd.wrong(recent),
        day.stream().mapToLong(row -> row.tally().requests()).sum());
  }

  /// What failed before the slot was changed says nothing of how it is set up now.
  private static boolean counts(EndedJob job, Slot slot, Instant now) {
    return !job.receivedAt().isBefore(now.minus(LATELY))
        && !job.receivedAt().isBefore(slot.updatedAt());
  }

  private static PhotoEnd end(JobState state) {
    return switch (state) {
      case SUCCEEDED -> PhotoEnd.IN_TIME;
      case SUCCEEDED_LATE -> PhotoEnd.LATE;
      case FAILED, EXPIRED -> PhotoEnd.FAILED;
      case QUEUED, RUNNING, WAITING_PROVIDER ->
          throw new IllegalStateException(state + " is not an end");
    };
  }

  /// Sums are kept by the quarter of an hour.
  private static List<Period> dayUntil(Instant now) {
    long quarter = Math.floorDiv(now.getEpochSecond(), QUARTER_SECONDS) + 1;
    Instant end = Instant.ofEpochSecond(quarter * QUARTER_SECONDS);
    return List.of(new Period(end.minus(DAY), end, ZoneOffset.UTC));
  }
}
