package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.port.in.JobResultOutcome;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.out.JobRepository.Filter;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobHistory;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListJobsServiceTest {
  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(RECEIVED_AT);
  private final ListJobsService service =
      new ListJobsService(jobs, media, new JobViews(jobs, media, new RunningClaims(), clock));

  private final MediaObject result = media.upload(aPhoto().build(), RECEIVED_AT.plusSeconds(600));

  private static QueuedJob queued(int number) {
    return QueuedJob.accepted(
        anOrder().withId(aJobId(number)).withReceivedAt(RECEIVED_AT.plusSeconds(number)).build());
  }

  private Job stored(Job job) {
    jobs.put(job);
    return job;
  }

  private Job succeeded(int number, MediaId photo) {
    return stored(queued(number).start(RECEIVED_AT).succeed(photo, Cost.ZERO, RECEIVED_AT));
  }

  private static Filter all() {
    return Filter.allOf(SERG);
  }

  @Test
  void listsJobsNewestFirstWithTheirResults() {
    Job first = stored(queued(1));
    Job second = succeeded(2, result.id());
    Job third =
        stored(queued(3).start(RECEIVED_AT).fail(aFailure(FailureKind.REFUSED), RECEIVED_AT));

    assertThat(service.list(all(), 1, 50))
        .isEqualTo(
            new Page<>(
                List.of(
                    new JobView(third, Optional.empty(), Optional.empty(), Optional.empty()),
                    new JobView(second, Optional.of(result), Optional.empty(), Optional.empty()),
                    new JobView(first, Optional.empty(), Optional.empty(), Optional.empty())),
                1,
                50,
                3));
  }

  @Test
  void listsAPageOfThoseThatMatch() {
    for (int i = 1; i <= 5; i++) {
      stored(queued(i));
    }
    succeeded(6, result.id());
    var queuedOnly =
        new Filter(
            SERG,
            Optional.of(SlotId.number(1)),
            Optional.of(JobState.QUEUED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Page<JobView> page = service.list(queuedOnly, 2, 2);

    assertThat(page.items())
        .extracting(view -> view.job().id())
        .containsExactly(aJobId(3), aJobId(2));
    assertThat(page.number()).isEqualTo(2);
    assertThat(page.size()).isEqualTo(2);
    assertThat(page.total()).isEqualTo(5);
  }

  @Test
  void showsAJobToItsAccountAlone() {
    Job job = succeeded(1, result.id());

    assertThat(service.find(SERG, job.id()).orElseThrow().result()).contains(result);
    assertThat(service.find(IGOR, job.id())).isEmpty();
    assertThat(service.result(IGOR, job.id())).isEqualTo(new JobResultOutcome.JobUnknown());
    assertThat(service.find(SERG, aJobId(99))).isEmpty();
  }

  @Test
  void showsWhetherThePhotoThatCameInIsStillThere() {
    MediaObject photo = media.upload(aPhoto().build(), RECEIVED_AT.plusSeconds(60));
    Job job = stored(QueuedJob.accepted(anOrder().withSource(photo.id()).build()));
    assertThat(service.find(SERG, job.id()).orElseThrow().source()).contains(photo);
    assertThat(service.list(all(), 1, 50).items().getFirst().source()).contains(photo);

    clock.set(photo.expiresAt());

    assertThat(service.find(SERG, job.id()).orElseThrow().source()).isEmpty();
  }

  @Test
  void oneJobComesWithItsHistoryAndListsWithout() {
    Job job = stored(queued(1));

    assertThat(service.find(SERG, job.id()).orElseThrow().history())
        .contains(JobHistory.of(job, List.of()));
    assertThat(service.list(all(), 1, 50).items().getFirst().history()).isEmpty();
  }

  @Test
  void showsTheOtherAccountItsOwn() {
    Job job = stored(QueuedJob.accepted(anOrder().withSlot(address(IGOR, 1)).build()));

    assertThat(service.find(IGOR, job.id())).isPresent();
    assertThat(service.list(all(), 1, 50).items()).isEmpty();
  }

  @Test
  void handsOutAResult() throws IOException {
    Job job = succeeded(1, result.id());

    var opened = ((JobResultOutcome.Opened) service.result(SERG, job.id())).photo();

    assertThat(opened.media()).isEqualTo(result);
    assertThat(opened.file().open()).hasBinaryContent(TextPhotos.bytes(aPhoto().build()));
  }

  @Test
  void hasNoResultOfAJobThatIsOpen() {
    Job waiting = stored(queued(1));
    Job running = stored(queued(2).start(RECEIVED_AT));

    for (Job job : List.of(waiting, running)) {
      assertThat(service.result(SERG, job.id())).isEqualTo(new JobResultOutcome.NotFinished());
    }
  }

  @Test
  void hasNoResultOfAJobThatBroughtNone() {
    RunningJob running = queued(1).start(RECEIVED_AT);
    Job failed = stored(running.fail(aFailure(FailureKind.REFUSED), RECEIVED_AT));
    assertThat(service.result(SERG, failed.id())).isEqualTo(new JobResultOutcome.NoPhoto());

    Job expired = stored(running.expire(Cost.ZERO, RECEIVED_AT));
    assertThat(service.result(SERG, expired.id())).isEqualTo(new JobResultOutcome.NoPhoto());
  }

  @Test
  void hasNoResultOnceItIsDeletedOrExpired() {
    Job gone = succeeded(2, aMediaId(99));
    Job expired = succeeded(3, result.id());
    clock.set(result.expiresAt());

    for (Job job : List.of(gone, expired)) {
      assertThat(service.find(SERG, job.id()).orElseThrow().result()).isEmpty();
      assertThat(service.result(SERG, job.id())).isEqualTo(new JobResultOutcome.Deleted());
    }
  }
}
