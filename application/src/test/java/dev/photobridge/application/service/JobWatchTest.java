package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.in.JobEvent;
import dev.photobridge.application.port.in.WatchJobsOutcome;
import dev.photobridge.application.port.in.WatchJobsUseCase.JobEvents;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.RecordedTrouble;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/// The looks are made by the tests, where nothing else is said.
class JobWatchTest {
  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(RECEIVED_AT);
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final JobViews views = new JobViews(jobs, media, new RunningClaims(), clock);
  private final ListJobsService shown = new ListJobsService(jobs, media, views);
  private final JobWatch watch =
      new JobWatch(
          jobs,
          views,
          shown,
          new WorkSignal(),
          _ -> {},
          clock,
          new RecordedTrouble(),
          threads::add);
  private final WatchJobsService service = new WatchJobsService(watch, shown);

  private final MediaObject photo = media.upload(aPhoto().build(), RECEIVED_AT.plusSeconds(600));

  private static QueuedJob queued(AccountName account, int number) {
    return QueuedJob.accepted(
        anOrder().withId(aJobId(number)).withSlot(address(account, 1)).build());
  }

  private JobEvents watching(WatchJobsOutcome outcome) {
    assertThat(outcome).isInstanceOf(WatchJobsOutcome.Watching.class);
    return ((WatchJobsOutcome.Watching) outcome).events();
  }

  private JobEvents ready(AccountName account) throws InterruptedException {
    JobEvents events = watching(service.watchAll(account));
    watch.look();
    assertThat(heard(events)).containsExactly(new JobEvent.Ready());
    return events;
  }

  private static List<JobEvent> heard(JobEvents events) throws InterruptedException {
    var heard = new ArrayList<JobEvent>();
    Optional<JobEvent> next = events.next(Duration.ZERO);
    while (next.isPresent() && !(next.get() instanceof JobEvent.Over)) {
      heard.add(next.get());
      next = events.next(Duration.ZERO);
    }
    next.ifPresent(heard::add);
    return heard;
  }

  /// As lists show it.
  private JobEvent changed(Job job) {
    return new JobEvent.Changed(views.of(List.of(job)).getFirst());
  }

  /// As it is shown alone.
  private JobEvent changedInDetail(Job job) {
    return new JobEvent.Changed(views.of(job));
  }

  private List<JobEvent> heardAfter(JobEvents events, Job change) throws InterruptedException {
    jobs.put(change);
    watch.look();
    return heard(events);
  }

  @Test
  void everyStepOfAJobIsHeardOnce() throws InterruptedException {
    JobEvents events = ready(SERG);
    QueuedJob queued = queued(SERG, 1);
    RunningJob running = queued.start(RECEIVED_AT);
    var waiting = running.await(new DeferredCall("ticket"), RECEIVED_AT.plusSeconds(5));
    var again = running.retry(new Cost(5), RECEIVED_AT);
    var second = again.start(RECEIVED_AT);
    var done = second.succeed(photo.id(), new Cost(7), RECEIVED_AT);

    for (Job step : List.of(queued, running, waiting, running, again, second, done)) {
      assertThat(heardAfter(events, step)).containsExactly(changed(step));
      watch.look();
      assertThat(heard(events)).isEmpty();
    }
    assertThat(views.of(done).result()).contains(photo);
  }

  @Test
  void aFailedAndAnExpiredJobAreHeard() throws InterruptedException {
    JobEvents events = ready(SERG);
    Job failed =
        queued(SERG, 1).start(RECEIVED_AT).fail(aFailure(FailureKind.REFUSED), RECEIVED_AT);
    Job expired = queued(SERG, 2).start(RECEIVED_AT).expire(Cost.ZERO, RECEIVED_AT);

    assertThat(heardAfter(events, failed)).containsExactly(changed(failed));
    assertThat(heardAfter(events, expired)).containsExactly(changed(expired));
  }

  @Test
  void whatWasThereBeforeIsReadFromTheListAndNotHeard() throws InterruptedException {
    jobs.put(queued(SERG, 1));
    jobs.put(queued(SERG, 2).start(RECEIVED_AT).succeed(photo.id(), Cost.ZERO, RECEIVED_AT));

    JobEvents events = ready(SERG);
    watch.look();

    assertThat(heard(events)).isEmpty();
  }

  @Test
  void aWatcherThatComesLaterHearsNothingTwice() throws InterruptedException {
    JobEvents first = ready(SERG);
    jobs.put(queued(SERG, 1));
    JobEvents second = watching(service.watchAll(SERG));

    watch.look();

    assertThat(heard(first)).containsExactly(changed(queued(SERG, 1)));
    assertThat(heard(second)).containsExactly(new JobEvent.Ready());
  }

  @Test
  void ofSeveralChangesOfAJobOnlyTheLatestIsFetched() throws InterruptedException {
    JobEvents slow = ready(SERG);
    RunningJob running = queued(SERG, 1).start(RECEIVED_AT);
    for (Job step : List.of(queued(SERG, 1), queued(SERG, 2), running)) {
      jobs.put(step);
      watch.look();
    }

    assertThat(heard(slow)).containsExactly(changed(running), changed(queued(SERG, 2)));
  }

  @Test
  void twoAccountsHearNothingOfEachOther() throws InterruptedException {
    JobEvents sergs = ready(SERG);
    JobEvents igors = ready(IGOR);
    jobs.put(queued(SERG, 1));
    jobs.put(queued(IGOR, 2));

    watch.look();

    assertThat(heard(sergs)).containsExactly(changed(queued(SERG, 1)));
    assertThat(heard(igors)).containsExactly(changed(queued(IGOR, 2)));
  }

  @Test
  void aJobOfAnotherAccountIsUnknown() {
    jobs.put(queued(IGOR, 1));

    assertThat(service.watchOne(SERG, aJobId(1))).isEqualTo(new WatchJobsOutcome.JobUnknown());
    assertThat(service.watchOne(SERG, aJobId(2))).isEqualTo(new WatchJobsOutcome.JobUnknown());
    assertThat(threads).isEmpty();
  }

  @Test
  void oneJobIsHeardAtOnceAndThenOnlyWhenItChanges() throws InterruptedException {
    jobs.put(queued(SERG, 1));
    jobs.put(queued(SERG, 2));
    JobEvents events = watching(service.watchOne(SERG, aJobId(1)));
    assertThat(heard(events)).containsExactly(changedInDetail(queued(SERG, 1)));
    watch.look();
    assertThat(heard(events)).isEmpty();

    RunningJob running = queued(SERG, 1).start(RECEIVED_AT);

    assertThat(heardAfter(events, queued(SERG, 2).start(RECEIVED_AT))).isEmpty();
    assertThat(heardAfter(events, running)).containsExactly(changedInDetail(running));
  }

  @Test
  void aChangeOfOneJobBeforeTheFirstLookIsNotMissed() throws InterruptedException {
    jobs.put(queued(SERG, 1));
    JobEvents events = watching(service.watchOne(SERG, aJobId(1)));
    RunningJob running = queued(SERG, 1).start(RECEIVED_AT);

    assertThat(heardAfter(events, running)).containsExactly(changedInDetail(running));
  }

  @Test
  void aJobThatDisappearsIsHeardAsDeleted() throws InterruptedException {
    jobs.put(queued(SERG, 1).start(RECEIVED_AT).succeed(photo.id(), Cost.ZERO, RECEIVED_AT));
    JobEvents events = ready(SERG);

    jobs.remove(aJobId(1));
    watch.look();

    assertThat(heard(events)).containsExactly(new JobEvent.Deleted(aJobId(1)));
  }

  @Test
  void theDeletionOfAnOldJobIsHeardByItsAccountOnly() throws InterruptedException {
    JobEvents sergs = ready(SERG);
    JobEvents igors = ready(IGOR);
    threads.clear();

    watch.jobDeleted(SERG, aJobId(7));
    watch.look();
    watch.look();

    assertThat(heard(sergs)).containsExactly(new JobEvent.Deleted(aJobId(7)));
    assertThat(heard(igors)).isEmpty();
  }

  @Test
  void aJobThatEndedLongAgoIsNotTakenForDeleted() throws InterruptedException {
    jobs.put(queued(SERG, 1).start(RECEIVED_AT).succeed(photo.id(), Cost.ZERO, RECEIVED_AT));
    JobEvents events = ready(SERG);

    for (int second = 0; second < 30; second++) {
      clock.advance(Duration.ofSeconds(1));
      watch.look();
    }

    assertThat(heard(events)).isEmpty();
  }

  @Test
  void anOutageEndsNoWatchAndLosesNoChange() throws InterruptedException {
    JobEvents events = ready(SERG);
    jobs.put(queued(SERG, 1));
    watch.look();
    jobs.beAway(true);
    Job ended =
        queued(SERG, 1)
            .start(RECEIVED_AT)
            .succeed(photo.id(), Cost.ZERO, RECEIVED_AT.plusSeconds(1));
    Job unseen =
        queued(SERG, 2)
            .start(RECEIVED_AT)
            .succeed(photo.id(), Cost.ZERO, RECEIVED_AT.plusSeconds(1));
    jobs.put(ended);
    jobs.put(unseen);
    watch.tryToLook();
    clock.advance(Duration.ofMinutes(2));
    watch.tryToLook();
    assertThat(heard(events)).containsExactly(changed(queued(SERG, 1)));

    jobs.beAway(false);
    watch.look();

    assertThat(heard(events)).containsExactlyInAnyOrder(changed(ended), changed(unseen));
  }

  @Test
  void whoeverNeverFetchesIsSentAwayInTheEnd() throws InterruptedException {
    JobEvents gone = ready(SERG);
    for (int number = 1; number <= JobListener.MOST_PENDING; number++) {
      jobs.put(queued(SERG, number));
    }
    watch.look();
    assertThat(gone.next(Duration.ZERO)).hasValueSatisfying(JobWatchTest::isChange);

    jobs.put(queued(SERG, 5000));
    jobs.put(queued(SERG, 5001));
    watch.look();

    assertThat(heard(gone)).containsExactly(new JobEvent.Over());
  }

  private static void isChange(JobEvent event) {
    assertThat(event).isInstanceOf(JobEvent.Changed.class);
  }

  @Test
  void anAccountHas32WatchesAtOnce() {
    var open = new ArrayList<JobEvents>();
    for (int i = 0; i < 32; i++) {
      open.add(watching(service.watchAll(SERG)));
    }
    assertThat(service.watchAll(SERG)).isEqualTo(new WatchJobsOutcome.TooMany(32));
    assertThat(service.watchAll(IGOR)).isInstanceOf(WatchJobsOutcome.Watching.class);

    open.getFirst().close();

    assertThat(service.watchAll(SERG)).isInstanceOf(WatchJobsOutcome.Watching.class);
  }

  @Test
  void whenTheServerStopsAllWatchesEndAndNoneBegins() throws InterruptedException {
    JobEvents events = ready(SERG);

    watch.close();

    assertThat(heard(events)).containsExactly(new JobEvent.Over());
    assertThat(service.watchAll(SERG)).isEqualTo(new WatchJobsOutcome.Stopping());
  }

  @Test
  void nobodyIsAskedAnythingWhileNobodyWatches() {
    watch.jobsQueued();
    watch.jobsEnded(List.of(aJobId(1)));
    watch.jobDeleted(SERG, aJobId(1));

    assertThat(threads).isEmpty();
    assertThat(jobs.markings()).isZero();
  }

  @Test
  void oneThreadLooksForAllAndEndsWithTheLastWatcher() {
    JobEvents first = watching(service.watchAll(SERG));
    JobEvents second = watching(service.watchAll(IGOR));
    assertThat(threads).hasSize(1);

    first.close();
    second.close();
    threads.remove().run();

    assertThat(jobs.markings()).isZero();
    watching(service.watchAll(SERG));
    assertThat(threads).as("a new thread").hasSize(1);
  }
}
