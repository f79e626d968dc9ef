package dev.photobridge.adapter.persistence.job;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.adapter.persistence.StoredFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.SlotActivities.EndedJob;
import dev.photobridge.application.port.out.SlotActivities.Failure;
import dev.photobridge.application.port.out.SlotActivities.SlotActivity;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.testing.JobFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiSlotActivitiesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final AccountName IGOR = new AccountName("igor");
  private static final SlotAddress SLOT = address(1);
  private static final SlotId ID = SLOT.id();

  private final JdbiJobRepository jobs = new JdbiJobRepository(DATABASE.jdbi());
  private final JdbiSlotActivities activities = new JdbiSlotActivities(DATABASE.jdbi());

  @BeforeEach
  void storeAccounts() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
    StoredFixtures.storeAccount(DATABASE.jdbi(), IGOR);
  }

  @Test
  void leavesOutSlotsToWhichNothingCameAndThoseOfOthers() {
    running(new SlotAddress(IGOR, ID), NOON);

    assertThat(activities.of(SERG, SlotId.all(), NOON)).isEmpty();
    assertThat(activities.of(IGOR, SlotId.all(), NOON)).containsOnlyKeys(ID);
    assertThat(activities.of(IGOR, List.of(SlotId.number(2)), NOON)).isEmpty();
    assertThat(activities.of(IGOR, List.of(), NOON)).isEmpty();
  }

  @Test
  void countsWhatWaitsAndWhatAWorkerOrAProviderHas() {
    jobs.insert(QueuedJob.accepted(StoredFixtures.order(SLOT, NOON)));
    running(SLOT, NOON);
    RunningJob asked = running(SLOT, NOON);
    jobs.park(asked.await(new DeferredCall("id-1"), NOON.plusSeconds(5)), CallTimes.NONE);
    failed(SLOT, NOON);
    running(address(2), NOON);

    Map<SlotId, SlotActivity> found = activities.of(SERG, SlotId.all(), NOON);

    assertThat(found.get(ID))
        .extracting(SlotActivity::queued, SlotActivity::running)
        .containsExactly(1, 2);
    assertThat(found.get(SlotId.number(2)))
        .isEqualTo(new SlotActivity(0, 1, List.of(), Optional.empty()));
  }

  @Test
  void hasTheLatestFiveThatEndedButNoneThatWereRunAgain() {
    for (int second = 0; second < 4; second++) {
      failed(SLOT, NOON.plusSeconds(second));
    }
    FinishedJob fifth = expired(NOON.plusSeconds(4));
    FinishedJob sixth = succeeded(NOON.plusSeconds(5), true);
    running(SLOT, NOON.plusSeconds(6));
    JobOrder again = StoredFixtures.order(SLOT, NOON.plusSeconds(7));
    fail(run(JobFixtures.ofOrigin(new JobOrigin.Rerun(new JobId(UUID.randomUUID())), again)));

    List<EndedJob> latest = activity().latest();

    assertThat(latest).hasSize(5);
    assertThat(latest.getFirst())
        .isEqualTo(
            new EndedJob(
                sixth.id(),
                JobState.SUCCEEDED_LATE,
                NOON.plusSeconds(5),
                sixth.finishedAt(),
                null));
    assertThat(latest.get(1))
        .extracting(EndedJob::id, EndedJob::state)
        .containsExactly(fifth.id(), JobState.EXPIRED);
    assertThat(latest)
        .last()
        .extracting(EndedJob::receivedAt, EndedJob::failure)
        .containsExactly(NOON.plusSeconds(1), new Failure(FailureKind.REFUSED, "IMAGE_SAFETY"));
  }

  @Test
  void findsTheLatestResultThatIsStillThere() {
    FinishedJob first = succeeded(NOON, false);
    FinishedJob second = succeeded(NOON.plusSeconds(1), false);
    failed(SLOT, NOON.plusSeconds(2));
    assertThat(activity().result()).as("neither is kept").isEmpty();

    keep(first, NOON.plusSeconds(3_600));
    assertThat(activity().result()).map(EndedJob::id).contains(first.id());
    keep(second, NOON.plusSeconds(7_200));
    assertThat(activity().result()).map(EndedJob::id).contains(second.id());
    assertThat(activities.of(SERG, List.of(ID), NOON.plusSeconds(7_200)))
        .extractingByKey(ID)
        .extracting(SlotActivity::result)
        .isEqualTo(Optional.empty());
  }

  private SlotActivity activity() {
    return Objects.requireNonNull(activities.of(SERG, List.of(ID), NOON).get(ID));
  }

  private RunningJob running(SlotAddress slot, Instant at) {
    return run(StoredFixtures.order(slot, at));
  }

  private RunningJob run(JobOrder order) {
    QueuedJob queued = QueuedJob.accepted(order);
    jobs.insert(queued);
    RunningJob job = queued.start(order.receivedAt());
    jobs.start(job);
    return job;
  }

  private void failed(SlotAddress slot, Instant at) {
    fail(running(slot, at));
  }

  private void fail(RunningJob job) {
    var failure = JobFailure.of(FailureKind.REFUSED, "IMAGE_SAFETY", "no");
    end(job.fail(failure, job.startedAt().plusSeconds(1)), new AttemptEnd.Failed(failure));
  }

  private FinishedJob expired(Instant at) {
    return end(
        running(SLOT, at).expire(Cost.ZERO, at.plusSeconds(600)),
        new AttemptEnd.Delivered(Cost.ZERO, 0));
  }

  private FinishedJob succeeded(Instant at, boolean late) {
    RunningJob job = running(SLOT, at);
    return end(
        job.succeed(job.id().result(), Cost.ZERO, at.plusSeconds(late ? 60 : 5)),
        new AttemptEnd.Delivered(Cost.ZERO, 0));
  }

  private FinishedJob end(FinishedJob job, AttemptEnd attempt) {
    jobs.release(job, attempt, CallTimes.NONE, job.finishedAt());
    return job;
  }

  private static void keep(FinishedJob job, Instant until) {
    Jdbi jdbi = DATABASE.jdbi();
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                INSERT INTO media_object (id, kind, path, mime, size_bytes, width, height, orientation, animated,
                                          created_at, expires_at, job_id)
                VALUES (?, 'RESULT', ?, 'image/jpeg', 1, 1, 1, 1, false, ?, ?, ?)
                """,
                job.id().result().value(),
                "result/" + job.id(),
                job.finishedAt(),
                until,
                job.id().value()));
  }
}
