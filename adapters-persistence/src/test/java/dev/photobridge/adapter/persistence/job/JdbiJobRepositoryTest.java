package dev.photobridge.adapter.persistence.job;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.adapter.persistence.StoredFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.JobMark;
import dev.photobridge.application.port.out.JobRepository.Filter;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.JobTarget;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.testing.JobFixtures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbiJobRepositoryTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final DuplicateKey KEY = new DuplicateKey("ab".repeat(32));
  private static final AccountName IGOR = new AccountName("igor");

  private final JdbiJobRepository jobs = new JdbiJobRepository(DATABASE.jdbi());

  @BeforeEach
  void storeAccounts() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
    StoredFixtures.storeAccount(DATABASE.jdbi(), IGOR);
  }

  @Test
  void findsAJobJustAccepted() {
    QueuedJob job = accepted(address(1), NOON);

    assertThat(jobs.find(job.id())).contains(job);
  }

  @Test
  void findsNothingWhereThereIsNoSuchJob() {
    assertThat(jobs.find(new JobId(UUID.randomUUID()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(JobState.class)
  void findsAJobInEveryState(JobState state) {
    QueuedJob queued = accepted(address(1), NOON);
    Job job = inState(state, queued);

    record(job);

    assertThat(job.state()).isEqualTo(state);
    assertThat(jobs.find(job.id())).contains(job);
  }

  @Test
  void goesBackToQueuedForAnotherAttempt() {
    RunningJob running = accepted(address(1), NOON).start(NOON.plusSeconds(1));
    jobs.start(running);
    QueuedJob retry = running.retry(new Cost(7), NOON.plusSeconds(9));

    record(retry);

    assertThat(jobs.find(retry.id())).contains(retry);
  }

  @Test
  void keepsTheCostOfAllAttemptsToTheMicroDollar() {
    var failure = new JobFailure(FailureKind.NO_IMAGE, "NO_IMAGE", "text only", new Cost(1));
    QueuedJob retry = accepted(address(1), NOON).start(NOON).retry(new Cost(5_000_000), NOON);
    Job failed = retry.start(NOON).fail(failure, NOON);

    record(failed);

    assertThat(jobs.find(failed.id()).map(Job::cost)).contains(new Cost(5_000_001));
  }

  @Test
  void refusesToUpdateAJobThatWasNeverRecorded() {
    QueuedJob unknown = QueuedJob.accepted(StoredFixtures.order(address(1), NOON));

    assertThatThrownBy(() -> jobs.start(unknown.start(NOON)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(unknown.id().toString());
  }

  @Test
  void dropsCharactersThatTheDatabaseCanNotHold() {
    JobOrder order = withFields(Map.of("na\0me", "BOOTH\0\0\0", "hash", "\\u0000"));

    jobs.insert(QueuedJob.accepted(order));

    assertThat(jobs.find(order.id()).map(job -> job.order().fields()))
        .contains(Map.of("name", "BOOTH", "hash", "\\u0000"));
  }

  @Test
  void listsAnAccountsJobsNewestFirst() {
    List<Job> inOrder = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      inOrder.add(accepted(address(1), NOON.plusSeconds(i)));
    }
    accepted(new SlotAddress(IGOR, SlotId.number(1)), NOON);

    Page<Job> page = jobs.list(filter(Optional.empty(), Optional.empty()), 1, 10);

    assertThat(page.items()).containsExactlyElementsOf(inOrder.reversed());
    assertThat(page.total()).isEqualTo(5);
  }

  @Test
  void listsPageByPage() {
    List<Job> inOrder = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      inOrder.add(accepted(address(1), NOON.plusSeconds(i)));
    }
    Filter all = filter(Optional.empty(), Optional.empty());

    assertThat(jobs.list(all, 2, 2))
        .isEqualTo(new Page<>(List.of(inOrder.get(2), inOrder.get(1)), 2, 2, 5));
    assertThat(jobs.list(all, 4, 2)).isEqualTo(new Page<Job>(List.of(), 4, 2, 5));
  }

  @Test
  void listsJobsOfOneSlotAndInOneState() {
    QueuedJob other = accepted(address(1), NOON);
    QueuedJob queued = accepted(address(2), NOON);
    Job running = accepted(address(2), NOON.plusSeconds(1)).start(NOON);
    record(running);

    assertThat(jobs.list(filter(Optional.of(SlotId.number(2)), Optional.empty()), 1, 9).items())
        .containsExactly(running, queued);
    assertThat(jobs.list(filter(Optional.empty(), Optional.of(JobState.QUEUED)), 1, 9).items())
        .containsExactlyInAnyOrder(other, queued);
    assertThat(
            jobs.list(filter(Optional.of(SlotId.number(2)), Optional.of(JobState.RUNNING)), 1, 9)
                .items())
        .containsExactly(running);
  }

  @Test
  void listsOpenJobsOldestFirst() {
    QueuedJob younger = accepted(address(1), NOON.plusSeconds(2));
    Job running = accepted(new SlotAddress(IGOR, SlotId.number(3)), NOON).start(NOON);
    record(running);
    Job ended =
        accepted(address(2), NOON.plusSeconds(1))
            .start(NOON)
            .expire(Cost.ZERO, NOON.plusSeconds(600));
    record(ended);

    assertThat(jobs.open()).containsExactly(running, younger);
  }

  @Test
  void findsAJobWithAllThatItsOrderMayHave() {
    JobOrder plain = StoredFixtures.order(address(1), NOON);
    var order =
        new JobOrder(
            plain.id(),
            plain.slot(),
            plain.origin(),
            plain.setup(),
            new SlotSetup(
                ProviderId.LOCAL,
                new OperationId("change_image"),
                StoredFixtures.setup().settings()),
            3,
            KEY,
            plain.source(),
            plain.fields(),
            plain.receivedAt(),
            plain.acceptedAt(),
            plain.answerBy(),
            plain.expiresAt());
    QueuedJob job = QueuedJob.accepted(order);
    jobs.insert(job);
    RunningJob main = job.start(NOON);
    jobs.start(main);
    assertThat(jobs.find(job.id())).contains(main);

    QueuedJob fallback = main.fallBack(new Cost(3), NOON.plusSeconds(1));
    record(fallback);
    assertThat(jobs.find(job.id())).contains(fallback);
    RunningJob second = fallback.start(NOON.plusSeconds(2));
    jobs.start(second);
    assertThat(jobs.attempts(job.id()))
        .extracting(Attempt::provider)
        .containsExactly(plain.setup().provider(), ProviderId.LOCAL);
  }

  @Test
  void everyEndOfAnAttemptIsKept() {
    var failure = new JobFailure(FailureKind.NO_IMAGE, "NO_IMAGE", "text only", new Cost(5));
    var failed = new AttemptEnd.Failed(failure);
    RunningJob first = accepted(address(1), NOON).start(NOON);
    jobs.start(first);
    QueuedJob again = first.retry(new Cost(5), NOON.plusSeconds(1));
    jobs.release(again, failed, CallTimes.NONE, NOON.plusSeconds(1));
    RunningJob second = again.start(NOON.plusSeconds(2));
    jobs.start(second);
    jobs.release(
        second.handBack(NOON.plusSeconds(3)),
        new AttemptEnd.Unknown(),
        CallTimes.NONE,
        NOON.plusSeconds(3));
    RunningJob third =
        ((QueuedJob) second.handBack(NOON.plusSeconds(3))).start(NOON.plusSeconds(4));
    jobs.start(third);
    var delivered = new AttemptEnd.Delivered(new Cost(39_000), 1420);
    FinishedJob done =
        third.succeed(new MediaId(UUID.randomUUID()), new Cost(39_000), NOON.plusSeconds(9));
    jobs.release(
        done,
        delivered,
        new CallTimes(NOON.plusSeconds(5), NOON.plusSeconds(8)),
        NOON.plusSeconds(9));

    assertThat(jobs.attempts(first.id()))
        .extracting(Attempt::end)
        .containsExactly(failed, new AttemptEnd.Unknown(), delivered);
    assertThat(jobs.attempts(first.id()))
        .extracting(Attempt::call)
        .containsExactly(
            CallTimes.NONE,
            CallTimes.NONE,
            new CallTimes(NOON.plusSeconds(5), NOON.plusSeconds(8)));
    assertThat(jobs.find(done.id())).contains(done);
  }

  @Test
  void whenAProviderWasCalledOutlivesTheWaitForItsAnswer() {
    RunningJob running = accepted(address(1), NOON).start(NOON);
    jobs.start(running);
    WaitingJob waiting = running.await(new DeferredCall("117"), NOON.plusSeconds(9));
    jobs.park(waiting, CallTimes.NONE.asked(NOON.plusSeconds(1)));
    jobs.start(waiting.resume());
    jobs.park(waiting, CallTimes.NONE);
    assertThat(jobs.attempts(running.id()))
        .extracting(Attempt::call)
        .containsExactly(new CallTimes(NOON.plusSeconds(1), null));

    FinishedJob done =
        waiting.resume().succeed(new MediaId(UUID.randomUUID()), Cost.ZERO, NOON.plusSeconds(20));
    jobs.release(
        done,
        new AttemptEnd.Delivered(Cost.ZERO, 0),
        CallTimes.NONE.answered(NOON.plusSeconds(19)),
        NOON.plusSeconds(20));

    assertThat(jobs.attempts(running.id()))
        .extracting(Attempt::call)
        .containsExactly(new CallTimes(NOON.plusSeconds(1), NOON.plusSeconds(19)));
  }

  @Test
  void listsByProviderOriginAndTime() {
    QueuedJob first = accepted(address(1), NOON);
    QueuedJob second = accepted(address(1), NOON.plusSeconds(1));
    RunningJob fallen =
        QueuedJob.accepted(withFallback(StoredFixtures.order(address(2), NOON.plusSeconds(2))))
            .start(NOON.plusSeconds(3));
    jobs.insert(QueuedJob.accepted(fallen.order()));
    jobs.start(fallen);
    record(fallen.fallBack(Cost.ZERO, NOON.plusSeconds(4)));
    JobOrder again =
        JobFixtures.ofOrigin(
            new JobOrigin.Rerun(first.id()), StoredFixtures.order(address(1), NOON.plusSeconds(5)));
    jobs.insert(QueuedJob.accepted(again));
    ProviderId main = first.order().setup().provider();

    assertThat(listed(only(main, null, null, null)))
        .containsExactly(again.id(), second.id(), first.id());
    assertThat(listed(only(ProviderId.LOCAL, null, null, null))).containsExactly(fallen.id());
    assertThat(listed(only(null, JobOrigin.Kind.RERUN, null, null))).containsExactly(again.id());
    assertThat(listed(only(null, JobOrigin.Kind.TEST, null, null))).isEmpty();
    assertThat(listed(only(main, JobOrigin.Kind.BOOTH, null, null)))
        .containsExactly(second.id(), first.id());
    assertThat(listed(only(null, null, NOON.plusSeconds(1), NOON.plusSeconds(5))))
        .containsExactly(fallen.id(), second.id());
    assertThat(listed(only(null, null, Instant.MIN, Instant.MAX))).hasSize(4);
  }

  private List<JobId> listed(Filter filter) {
    Page<Job> page = jobs.list(filter, 1, 50);
    assertThat(page.total()).isEqualTo(page.items().size());
    return page.items().stream().map(Job::id).toList();
  }

  private static Filter only(
      @Nullable ProviderId provider,
      JobOrigin.@Nullable Kind origin,
      @Nullable Instant from,
      @Nullable Instant before) {
    return new Filter(
        SERG,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(provider),
        Optional.ofNullable(origin),
        Optional.ofNullable(from),
        Optional.ofNullable(before));
  }

  private static JobOrder withFallback(JobOrder plain) {
    return new JobOrder(
        plain.id(),
        plain.slot(),
        plain.origin(),
        plain.setup(),
        new SlotSetup(
            ProviderId.LOCAL, new OperationId("change_image"), StoredFixtures.setup().settings()),
        null,
        null,
        plain.source(),
        plain.fields(),
        plain.receivedAt(),
        plain.acceptedAt(),
        plain.answerBy(),
        plain.expiresAt());
  }

  @Test
  void deletesAJobThatHasEndedWithItsAttempts() {
    RunningJob running = accepted(address(1), NOON).start(NOON);
    jobs.start(running);
    assertThat(jobs.delete(running.id())).isFalse();

    record(running.expire(Cost.ZERO, NOON.plusSeconds(9)));

    assertThat(jobs.delete(running.id())).isTrue();
    assertThat(jobs.find(running.id())).isEmpty();
    assertThat(jobs.attempts(running.id())).isEmpty();
    assertThat(jobs.delete(running.id())).isFalse();
  }

  @Test
  void tellsWhichJobsHaveEnded() {
    QueuedJob open = accepted(address(1), NOON);
    FinishedJob ended =
        accepted(address(2), NOON).start(NOON).expire(Cost.ZERO, NOON.plusSeconds(600));
    record(ended);

    assertThat(jobs.ended(List.of(open.id(), ended.id(), new JobId(UUID.randomUUID()))))
        .containsExactly(ended);
  }

  @Test
  void tellsHowOpenAndLatelyEndedJobsOfSomeAccountsStand() {
    QueuedJob open = accepted(address(1), NOON);
    Job old = accepted(address(1), NOON).start(NOON).expire(Cost.ZERO, NOON.plusSeconds(10));
    Job late =
        accepted(address(2), NOON).start(NOON).expire(new Cost(39_000), NOON.plusSeconds(11));
    accepted(new SlotAddress(IGOR, SlotId.number(1)), NOON);
    record(old);
    record(late);

    assertThat(jobs.marks(List.of(SERG), NOON.plusSeconds(10)))
        .containsExactlyInAnyOrder(
            new JobMark(open.id(), SERG, JobState.QUEUED, JobTarget.MAIN, 0, Cost.ZERO, null),
            new JobMark(
                late.id(),
                SERG,
                JobState.EXPIRED,
                JobTarget.MAIN,
                1,
                new Cost(39_000),
                NOON.plusSeconds(11)));
    assertThat(jobs.findAll(List.of(old.id(), late.id(), new JobId(UUID.randomUUID()))))
        .containsExactlyInAnyOrder(old, late);
  }

  @Test
  void deletesWhatEndedLongAgoWithItsAttempts() {
    QueuedJob open = accepted(address(1), NOON);
    RunningJob running = accepted(address(1), NOON).start(NOON);
    record(running);
    FinishedJob old = running.expire(Cost.ZERO, NOON.plusSeconds(10));
    record(old);
    FinishedJob recent =
        accepted(address(2), NOON).start(NOON).expire(Cost.ZERO, NOON.plusSeconds(11));
    record(recent);

    assertThat(jobs.deleteEnded(NOON.plusSeconds(11))).isEqualTo(1);

    assertThat(jobs.find(old.id())).isEmpty();
    assertThat(jobs.attempts(old.id())).isEmpty();
    assertThat(jobs.find(recent.id())).contains(recent);
    assertThat(jobs.find(open.id())).contains(open);
    assertThat(jobs.deleteEnded(NOON.plusSeconds(11))).isZero();
  }

  @Test
  void anotherJobForTheSameIsFoundWhileItIsOpenOrItsPhotoIsKept() {
    JobOrder plain = StoredFixtures.order(address(1), NOON);
    var order =
        new JobOrder(
            plain.id(),
            plain.slot(),
            plain.origin(),
            plain.setup(),
            null,
            null,
            KEY,
            plain.source(),
            plain.fields(),
            plain.receivedAt(),
            plain.acceptedAt(),
            plain.answerBy(),
            plain.expiresAt());
    assertThat(jobs.findDuplicate(KEY, NOON)).isEmpty();
    jobs.insert(QueuedJob.accepted(order));
    assertThat(jobs.findDuplicate(KEY, NOON)).contains(order.id());

    var result = new MediaId(UUID.randomUUID());
    record(QueuedJob.accepted(order).start(NOON).succeed(result, Cost.ZERO, NOON));
    assertThat(jobs.findDuplicate(KEY, NOON)).as("its photo is gone").isEmpty();
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO media_object (id, kind, path, mime, size_bytes, width, height,
                        orientation, animated, created_at, expires_at)
                    VALUES (?, 'RESULT', 'result/x.jpg', 'image/jpeg', 1, 1, 1, 1, false, ?, ?)
                    """,
                    result.value(),
                    NOON.atOffset(ZoneOffset.UTC),
                    NOON.plusSeconds(60).atOffset(ZoneOffset.UTC)));
    assertThat(jobs.findDuplicate(KEY, NOON.plusSeconds(59))).contains(order.id());
    assertThat(jobs.findDuplicate(KEY, NOON.plusSeconds(60))).isEmpty();
  }

  private QueuedJob accepted(SlotAddress slot, Instant receivedAt) {
    QueuedJob job = QueuedJob.accepted(StoredFixtures.order(slot, receivedAt));
    jobs.insert(job);
    return job;
  }

  private void record(Job job) {
    switch (job) {
      case RunningJob running -> jobs.start(running);
      case WaitingJob waiting -> jobs.park(waiting, CallTimes.NONE);
      case QueuedJob queued -> jobs.release(queued, new AttemptEnd.Unknown(), CallTimes.NONE, NOON);
      case FinishedJob ended -> jobs.release(ended, new AttemptEnd.Unknown(), CallTimes.NONE, NOON);
    }
  }

  private static Job inState(JobState state, QueuedJob queued) {
    RunningJob running = queued.start(NOON.plusSeconds(1));
    var result = new MediaId(UUID.randomUUID());
    return switch (state) {
      case QUEUED -> queued;
      case RUNNING -> running;
      case WAITING_PROVIDER -> running.await(new DeferredCall("117"), NOON.plusSeconds(5));
      case SUCCEEDED -> running.succeed(result, new Cost(33_600), NOON.plusSeconds(9));
      case SUCCEEDED_LATE -> running.succeed(result, new Cost(33_600), NOON.plusSeconds(99));
      case FAILED ->
          running.fail(
              JobFailure.of(FailureKind.REFUSED, "IMAGE_SAFETY", "no"), NOON.plusMillis(1));
      case EXPIRED -> running.expire(new Cost(2), NOON.plusSeconds(600));
    };
  }

  private static JobOrder withFields(Map<String, String> fields) {
    JobOrder order = StoredFixtures.order(address(1), NOON);
    return new JobOrder(
        order.id(),
        order.slot(),
        order.origin(),
        order.setup(),
        null,
        null,
        null,
        order.source(),
        fields,
        order.receivedAt(),
        order.acceptedAt(),
        order.answerBy(),
        order.expiresAt());
  }

  private static Filter filter(Optional<SlotId> slot, Optional<JobState> state) {
    return new Filter(
        SERG, slot, state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
