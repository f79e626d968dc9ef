package dev.photobridge.fault.ledger;

import dev.photobridge.fault.booth.Post;
import dev.photobridge.fault.booth.PostOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What booths were told, against what there is.
final class ReplyCheck {
  /// The only error that a good photo may be blamed for.
  private static final String REFUSED_BY_PROVIDER = "provider_refused";

  private final Evidence evidence;
  private final Map<String, Integer> photosOfResults;
  private final Map<String, JobRow> jobs;
  private final List<Violation> violations = new ArrayList<>();

  ReplyCheck(Evidence evidence) {
    this.evidence = evidence;
    this.photosOfResults = evidence.photosOfResults();
    this.jobs = evidence.jobsById();
  }

  List<Violation> violations() {
    evidence.posts().forEach(this::check);
    return violations;
  }

  private void check(Post post) {
    switch (post.outcome()) {
      case PostOutcome.Processed processed -> checkProcessed(post, processed);
      case PostOutcome.Refused refused -> checkRefused(post, refused);
      case PostOutcome.Broken(String why) -> checkBroken(post, why);
      case PostOutcome.NotConnected _ -> checkBroken(post, "no connection came about");
      case PostOutcome.LeftByBooth _ -> {}
    }
  }

  private void checkProcessed(Post post, PostOutcome.Processed reply) {
    Integer madeFor = photosOfResults.get(reply.digest());
    if (madeFor == null) {
      found(Rule.RIGHT_BYTES, post, "got bytes that the provider never sent");
    } else if (madeFor != post.photo()) {
      found(Rule.RIGHT_BYTES, post, "got the result of photo " + madeFor);
    }
    JobRow job = jobs.get(reply.job());
    if (job == null) {
      found(Rule.NO_JOB_LOST, post, "got a result of job " + reply.job() + ", which has no row");
    } else if (job.photo() != post.photo()) {
      found(Rule.RIGHT_BYTES, post, "was told of job " + job.id() + ", which is another photo's");
    } else if (!job.hasSucceeded()) {
      found(
          Rule.NO_JOB_LOST, post, "got a result of job " + job.id() + ", which is " + job.state());
    } else if (job.kept() != null && !job.kept().equals(reply.digest())) {
      found(Rule.SAME_BYTES, post, "got other bytes than job " + job.id() + " has kept");
    }
  }

  private void checkRefused(Post post, PostOutcome.Refused reply) {
    String said = reply.status() + " " + reply.code();
    if (reply.code() == null || reply.code().equals("internal_error")) {
      found(Rule.NAMED_ERROR, post, "got " + said + " of job " + reply.job());
    }
    if (reply.status() == 504 && reply.job() == null) {
      found(Rule.NAMED_ERROR, post, "got " + said + " without a job to ask for");
    }
    if (reply.job() != null && !jobs.containsKey(reply.job())) {
      found(Rule.NO_JOB_LOST, post, "was told of job " + reply.job() + ", which has no row");
    }
    if (reply.status() < 500 && !REFUSED_BY_PROVIDER.equals(reply.code())) {
      found(Rule.CAUSED, post, "is a good photo and was refused with " + said);
    } else if (evidence.cause(post).isEmpty()) {
      found(Rule.CAUSED, post, "got " + said + " though nothing was broken");
    }
  }

  private void checkBroken(Post post, String why) {
    if (!evidence.isDisturbed(post.node(), post.sentAt(), post.endedAt())) {
      found(Rule.CONNECTION_KEPT, post, "lost its connection to " + post.node() + ": " + why);
    }
  }

  private void found(Rule rule, Post post, String what) {
    violations.add(
        new Violation(
            rule,
            "photo %d of %s, sent %s".formatted(post.photo(), post.slot(), post.sentAt()),
            what));
  }
}
