package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.slot.SlotId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows what goes on in slots, quick however many jobs there were. Safe for use by many threads.
public interface SlotActivities {
  /// How many ended jobs of a slot are looked at.
  int LATEST_JOBS = 20;

  /// What goes on in these slots; those to which nothing ever came are left out.
  ///
  /// @param now results that have expired by then are gone
  Map<SlotId, SlotActivity> of(AccountName account, Collection<SlotId> slots, Instant now);

  /// What goes on in a slot.
  ///
  /// @param queued jobs that wait for their turn
  /// @param running jobs that a worker or a provider has
  /// @param latest the jobs of booths and tests that came last and have ended, the latest first; at
  ///   most [dev.photobridge.domain.slot.SlotState#LATEST]
  /// @param result of the latest [#LATEST_JOBS] the latest whose processed photo is still there
  record SlotActivity(int queued, int running, List<EndedJob> latest, Optional<EndedJob> result) {
    /// Nothing ever came.
    public static final SlotActivity NONE = new SlotActivity(0, 0, List.of(), Optional.empty());

    public SlotActivity {
      latest = List.copyOf(latest);
    }
  }

  /// A job that has ended.
  ///
  /// @param state one of the four in which jobs end
  /// @param failure null unless it failed
  record EndedJob(
      JobId id,
      JobState state,
      Instant receivedAt,
      Instant finishedAt,
      @Nullable Failure failure) {}

  /// Why it failed.
  ///
  /// @param reason the provider's own word
  record Failure(FailureKind kind, String reason) {}
}
