package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.AttemptTable;
import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.ReleasedJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Ends claims, in groups, within whatever transaction the handle is in.
final class Releases {
  private Releases() {}

  /// A claim that ends.
  ///
  /// @param attempt null where it goes on
  record Release(
      PostgresClaim claim, ReleasedJob job, @Nullable AttemptEnd attempt, @Nullable Instant at) {}

  /// Ends those of these claims that still hold.
  ///
  /// @return for each, whether it did
  static List<Boolean> write(Handle handle, List<Release> group) {
    boolean[] ours =
        JobTable.update(
            handle,
            group.stream()
                .map(one -> new JobTable.Change(one.job(), one.claim().fence()))
                .toList());
    var ends = new ArrayList<AttemptTable.End>();
    var calls = new ArrayList<AttemptTable.Called>();
    var outcomes = new ArrayList<Boolean>();
    for (int i = 0; i < ours.length; i++) {
      outcomes.add(ours[i]);
      Release release = group.get(i);
      AttemptEnd how = release.attempt();
      Instant at = release.at();
      if (ours[i] && how != null && at != null) {
        CallTimes call = release.claim().call().times();
        ends.add(new AttemptTable.End(release.job().id(), how, call, at));
      } else if (ours[i]) {
        release.claim().called().forEach(calls::add);
      }
    }
    AttemptTable.called(handle, calls);
    AttemptTable.end(handle, ends);
    return outcomes;
  }
}
