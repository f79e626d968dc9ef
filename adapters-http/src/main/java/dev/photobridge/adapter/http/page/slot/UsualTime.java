package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobStateDto;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// How long a slot's latest photos took.
///
/// @param lowSec a quarter was faster; 0 where there are too few to tell
/// @param middleSec half was faster
/// @param highSec a quarter was slower
record UsualTime(int lowSec, int middleSec, int highSec) {
  private static final int FEWEST = 3;
  private static final UsualTime UNKNOWN = new UsualTime(0, 0, 0);

  /// Of the jobs among these that did the same and have a result.
  static UsualTime of(List<JobDto> jobs, JobDto like) {
    List<Integer> seconds =
        jobs.stream()
            .filter(job -> job.providerId().equals(like.providerId()))
            .filter(job -> job.operationId().equals(like.operationId()))
            .filter(job -> !job.id().equals(like.id()))
            .flatMap(UsualTime::seconds)
            .sorted()
            .toList();
    int count = seconds.size();
    return count < FEWEST
        ? UNKNOWN
        : new UsualTime(
            seconds.get(count / 4), seconds.get(count / 2), seconds.get(count - 1 - count / 4));
  }

  private static Stream<Integer> seconds(JobDto job) {
    boolean succeeded =
        job.state() == JobStateDto.SUCCEEDED || job.state() == JobStateDto.SUCCEEDED_LATE;
    return succeeded
        ? Stream.ofNullable(job.finishedAt())
            .map(
                end -> (int) Math.ceilDiv(Duration.between(job.receivedAt(), end).toMillis(), 1000))
        : Stream.empty();
  }

  String words(Texts texts) {
    if (this.equals(UNKNOWN)) {
      return "";
    }
    return lowSec == highSec
        ? texts.get("slot.test.usual.one", lowSec)
        : texts.get("slot.test.usual", lowSec, highSec);
  }
}
