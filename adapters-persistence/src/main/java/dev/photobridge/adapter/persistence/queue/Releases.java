package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.Pipeline;
import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.ReleasedJob;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
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

  /// What came of a group.
  ///
  /// @param ready what the question was answered
  /// @param ours for each claim, whether it still held
  record Written(boolean ready, List<Boolean> ours) {}

  /// Ends those of these claims that still hold. What follows in the transaction is planned as by
  /// [QueueLock#PLAN_ONCE].
  ///
  /// @return for each claim, whether it still held
  static List<Boolean> write(Handle handle, List<Release> group) {
    return run(handle, group, Claims.Question.ANSWERED, JobTable.UPDATE).ours();
  }

  /// Ends those of these claims that still hold, asks a question before, and commits the handle's
  /// transaction.
  static Written writeAndCommit(Handle handle, List<Release> group, Claims.Question question) {
    return run(handle, group, question, Pipeline.of(JobTable.UPDATE, Pipeline.COMMIT));
  }

  private static Written run(
      Handle handle, List<Release> group, Claims.Question question, String statements) {
    List<JobTable.Change> changes = group.stream().map(Release::change).toList();
    Query asked = handle.createQuery(Pipeline.of(question.sql(), statements));
    return Pipeline.run(
        JobTable.bind(question.bind(asked), changes),
        results ->
            new Written(Claims.Question.answer(results), JobTable.updated(results, changes)));
  }
}
