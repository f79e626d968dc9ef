package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.domain.job.AttemptEnd;
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
      PostgresClaim claim, ReleasedJob job, @Nullable AttemptEnd attempt, @Nullable Instant at) {
    private JobTable.Change change() {
      return new JobTable.Change(job, claim.fence(), attempt, claim.call().times(), at);
    }
  }

  /// Ends those of these claims that still hold.
  ///
  /// @return for each, whether it did
  static List<Boolean> write(Handle handle, List<Release> group) {
    var ours = new ArrayList<Boolean>();
    for (boolean held : JobTable.update(handle, group.stream().map(Release::change).toList())) {
      ours.add(held);
    }
    return ours;
  }
}
