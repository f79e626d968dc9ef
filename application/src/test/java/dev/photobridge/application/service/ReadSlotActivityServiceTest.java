package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.aSetup;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photobridge.application.port.in.ReadSlotActivityUseCase.SlotReport;
import dev.photobridge.application.port.out.SlotActivities.EndedJob;
import dev.photobridge.application.port.out.SlotActivities.Failure;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.InMemorySlotActivities;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.InMemoryStatistics;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotState;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadSlotActivityServiceTest {
  private static final Instant NOW = RECEIVED_AT.plusSeconds(600);

  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final InMemoryProcessingLog log = new InMemoryProcessingLog();
  private final SettableClock clock = new SettableClock(NOW);
  private final ReadSlotActivityService service =
      new ReadSlotActivityService(
          slots,
          new InMemorySlotActivities(jobs, media),
          new InMemoryStatistics(log, slots),
          clock);

  private final Slot slot = aSlot().build();
  private final MediaObject result = media.upload(aPhoto().build(), NOW.plusSeconds(600));

  @BeforeEach
  void storeSlots() {
    slots.put(slot);
    slots.put(Slot.free(address(SERG, 2), RECEIVED_AT));
  }

  @Test
  void aSlotToWhichNothingCameIsReadyAndAnUnusedOneIsFree() {
    assertThat(service.all(SERG))
        .extracting(SlotReport::slot, SlotReport::state, SlotReport::photosOfDay)
        .containsExactly(
            tuple(slot, SlotState.READY, 0L),
            tuple(Slot.free(address(SERG, 2), RECEIVED_AT), SlotState.FREE, 0L));
    assertThat(service.of(address(IGOR, 1))).isEmpty();
  }

  @Test
  void countsWhatWaitsAndWhatRuns() {
    jobs.put(QueuedJob.accepted(anOrder().withId(aJobId(1)).build()));
    jobs.put(running(2));

    SlotReport report = report();

    assertThat(report.state()).isEqualTo(SlotState.RUNNING);
    assertThat(report.queued()).isEqualTo(1);
    assertThat(report.running()).isEqualTo(1);
    assertThat(report.latest()).isEmpty();
  }

  @Test
  void tellsHowTheLatestPhotoEndedAndWhichResultIsStillThere() {
    jobs.put(running(1).succeed(result.id(), Cost.ZERO, RECEIVED_AT.plusSeconds(20)));
    jobs.put(running(2).fail(aFailure(FailureKind.REFUSED), RECEIVED_AT.plusSeconds(30)));

    SlotReport report = report();

    assertThat(report.state()).isEqualTo(SlotState.READY);
    assertThat(report.latest())
        .contains(
            new EndedJob(
                aJobId(2),
                JobState.FAILED,
                RECEIVED_AT.plusSeconds(2),
                RECEIVED_AT.plusSeconds(30),
                new Failure(FailureKind.REFUSED, "REASON")));
    assertThat(report.result()).map(EndedJob::id).contains(aJobId(1));
    assertThat(report.recent()).isEqualTo(2);
    assertThat(report.recentlyWrong()).isEqualTo(1);

    clock.set(result.expiresAt());
    assertThat(report().result()).isEmpty();
  }

  @Test
  void failuresOfMoreThanAnHourAgoAreForgotten() {
    jobs.put(failed(1));
    jobs.put(failed(2));
    assertThat(report().state()).isEqualTo(SlotState.FAILING);

    clock.set(RECEIVED_AT.plusSeconds(1).plus(Duration.ofHours(1)));
    assertThat(report().recent()).isEqualTo(2);
    clock.set(RECEIVED_AT.plusSeconds(3).plus(Duration.ofHours(1)));

    assertThat(report().state()).isEqualTo(SlotState.READY);
    assertThat(report().recent()).isZero();
    assertThat(report().latest()).as("it is still the latest").isPresent();
  }

  @Test
  void failuresBeforeTheSlotWasChangedAreForgotten() {
    jobs.put(failed(1));
    slots.put(slot.changed("Wedding", aSetup(), slot.rules(), RECEIVED_AT.plusSeconds(2)));

    assertThat(report().state()).isEqualTo(SlotState.READY);
  }

  @Test
  void aPhotoThatCameTooLateForTheBoothWentWrong() {
    RunningJob job = running(1);
    Job late = job.succeed(result.id(), Cost.ZERO, job.order().answerBy().plusSeconds(1));
    jobs.put(late);

    assertThat(report().state()).isEqualTo(SlotState.FAILING);
    assertThat(report().result()).map(EndedJob::state).contains(JobState.SUCCEEDED_LATE);
  }

  @Test
  void countsTheBoothsPhotosOfADay() {
    record(NOW.minusSeconds(60));
    record(NOW.minus(Duration.ofHours(23)));
    record(NOW.minus(Duration.ofHours(25)));

    assertThat(report().photosOfDay()).isEqualTo(2);
    assertThat(service.all(SERG).getFirst().photosOfDay()).isEqualTo(2);
  }

  @Test
  void allSlotsAreReportedAsEachByItself() {
    jobs.put(failed(1));
    jobs.put(running(2));

    assertThat(service.all(SERG).getFirst()).isEqualTo(report());
    assertThat(service.all(SERG))
        .extracting(found -> found.slot().address().id())
        .isEqualTo(List.of(SlotId.number(1), SlotId.number(2)));
  }

  private SlotReport report() {
    return service.of(FIRST).orElseThrow();
  }

  private static RunningJob running(int number) {
    Instant at = RECEIVED_AT.plusSeconds(number);
    return QueuedJob.accepted(anOrder().withId(aJobId(number)).withReceivedAt(at).build())
        .start(at);
  }

  private static Job failed(int number) {
    return running(number)
        .fail(aFailure(FailureKind.UNAVAILABLE), RECEIVED_AT.plusSeconds(number + 1L));
  }

  private void record(Instant at) {
    log.record(
        new ProcessingLogEntry(
            FIRST,
            ProcessingOrigin.BOOTH,
            aSetup().provider(),
            null,
            false,
            at,
            ProcessingStatus.SUCCESS,
            Duration.ofSeconds(9),
            Cost.ZERO,
            null));
  }
}
