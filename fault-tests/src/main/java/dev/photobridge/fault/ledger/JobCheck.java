package dev.photobridge.fault.ledger;

import dev.photobridge.fault.booth.Post;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What became of every job.
final class JobCheck {
  private final Evidence evidence;
  private final Map<Integer, Post> posts;
  private final Map<String, Integer> photosOfResults;
  private final List<Violation> violations = new ArrayList<>();

  JobCheck(Evidence evidence) {
    this.evidence = evidence;
    this.posts = evidence.postsByPhoto();
    this.photosOfResults = evidence.photosOfResults();
  }

  List<Violation> violations() {
    Set<Integer> photos = new HashSet<>();
    for (JobRow job : evidence.jobs()) {
      if (!photos.add(job.photo())) {
        found(Rule.ONE_JOB, job, "is not the only one");
      }
      if (job.isOpen()) {
        found(Rule.NO_JOB_STUCK, job, "is still " + job.state());
      } else if (job.hasSucceeded()) {
        checkResult(job);
      } else {
        checkFailure(job);
      }
    }
    return violations;
  }

  private void checkResult(JobRow job) {
    String kept = job.kept();
    if (kept == null) {
      found(Rule.RESULT_THERE, job, "has succeeded, and its result is not there");
    } else if (!Integer.valueOf(job.photo()).equals(photosOfResults.get(kept))) {
      found(Rule.RIGHT_BYTES, job, "keeps bytes that were not made for it");
    }
    Post post = posts.get(job.photo());
    if (post != null && !post.isServed()) {
      String fetched = evidence.fetched().getOrDefault(job.id(), "nothing");
      if (!fetched.equals(kept)) {
        found(Rule.RESULT_THERE, job, "has succeeded, and the API gives " + fetched);
      }
    }
  }

  private void checkFailure(JobRow job) {
    Post post = posts.get(job.photo());
    if (post != null && evidence.cause(post).isEmpty()) {
      found(
          Rule.CAUSED,
          job,
          "%s (%s) though nothing was broken".formatted(job.state(), job.failure()));
    }
  }

  private void found(Rule rule, JobRow job, String what) {
    violations.add(
        new Violation(
            rule, "job %s (photo %d of %s)".formatted(job.id(), job.photo(), job.slot()), what));
  }
}
