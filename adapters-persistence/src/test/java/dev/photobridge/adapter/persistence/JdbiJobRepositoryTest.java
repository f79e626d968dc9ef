package dev.photobridge.adapter.persistence;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.adapter.persistence.StoredFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.JobRepository.Filter;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbiJobRepositoryTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

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

    jobs.update(job);

    assertThat(job.state()).isEqualTo(state);
    assertThat(jobs.find(job.id())).contains(job);
  }

  @Test
  void goesBackToQueuedForAnotherAttempt() {
    RunningJob running = accepted(address(1), NOON).start(NOON.plusSeconds(1));
    jobs.update(running);
    QueuedJob retry = running.retry(new Cost(7), NOON.plusSeconds(9));

    jobs.update(retry);

    assertThat(jobs.find(retry.id())).contains(retry);
  }

  @Test
  void keepsTheCostOfAllAttemptsToTheMicroDollar() {
    var failure = new JobFailure(FailureKind.NO_IMAGE, "NO_IMAGE", "text only", new Cost(1));
    QueuedJob retry = accepted(address(1), NOON).start(NOON).retry(new Cost(5_000_000), NOON);
    Job failed = retry.start(NOON).fail(failure, NOON);

    jobs.update(failed);

    assertThat(jobs.find(failed.id())).contains(failed);
    assertThat(failed.cost()).isEqualTo(new Cost(5_000_001));
  }

  @Test
  void refusesToUpdateAJobThatWasNeverRecorded() {
    QueuedJob unknown = QueuedJob.accepted(StoredFixtures.order(address(1), NOON));

    assertThatThrownBy(() -> jobs.update(unknown))
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
    jobs.update(running);

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
    jobs.update(running);
    Job ended =
        accepted(address(2), NOON.plusSeconds(1))
            .start(NOON)
            .expire(Cost.ZERO, NOON.plusSeconds(600));
    jobs.update(ended);

    assertThat(jobs.open()).containsExactly(running, younger);
  }

  private QueuedJob accepted(SlotAddress slot, Instant receivedAt) {
    QueuedJob job = QueuedJob.accepted(StoredFixtures.order(slot, receivedAt));
    jobs.insert(job);
    return job;
  }

  private static Job inState(JobState state, QueuedJob queued) {
    RunningJob running = queued.start(NOON.plusSeconds(1));
    var result = new MediaId(UUID.randomUUID());
    return switch (state) {
      case QUEUED -> queued;
      case RUNNING -> running;
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
        order.setup(),
        order.source(),
        fields,
        order.receivedAt(),
        order.answerBy(),
        order.expiresAt());
  }

  private static Filter filter(Optional<SlotId> slot, Optional<JobState> state) {
    return new Filter(SERG, slot, state);
  }
}
