package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.GroupWriter;
import dev.photobridge.adapter.persistence.queue.Releases.Release;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The queue in table `job`, shared by all nodes: what was accepted outlives a crash of any of
/// them. Whatever is written starts what may start by then, in the same turn of the node.
/// `docs/architecture.md` draws claim, lease and fence.
public final class PostgresJobQueue implements JobQueue {
  /// How long a worker that says nothing keeps its job.
  static final Duration LEASE = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger("photobridge.queue");

  private final Jdbi jdbi;
  private final ProviderStarts starts;
  private final int capacity;
  private final Claims claims;
  private final JobSignals signals;
  private final RememberedLoads loads = new RememberedLoads(System::nanoTime);
  private final ServedPlaces served = new ServedPlaces();
  private final Submissions newJobs;
  private final GroupWriter<QueuedJob, SubmitOutcome> submissions;
  private final GroupWriter<Release, Boolean> releases = new GroupWriter<>(this::released);

  /// Whether the last turn left the impression that more jobs wait. Read and written in turns.
  private boolean moreMayWait;

  private volatile boolean closed;

  /// @param catalogue the providers' limits
  /// @param capacity jobs that may wait at once, over all nodes
  /// @param signals tells other nodes
  public PostgresJobQueue(
      Jdbi jdbi, ProviderCatalogue catalogue, int capacity, JobSignals signals) {
    this(jdbi, catalogue, capacity, LEASE, LEASE, signals);
  }

  /// @param truce so long after the database's start no running job is taken over
  PostgresJobQueue(
      Jdbi jdbi,
      ProviderCatalogue catalogue,
      int capacity,
      Duration lease,
      Duration truce,
      JobSignals signals) {
    this.jdbi = jdbi;
    this.starts = new ProviderStarts(catalogue);
    this.capacity = capacity;
    this.claims = new Claims(starts, lease, truce);
    this.signals = signals;
    this.newJobs = new Submissions(capacity, claims);
    this.submissions = new GroupWriter<>(this::submitted);
  }

  @Override
  public void serve(Workplaces places) {
    served.serve(places);
  }

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    return closed ? new SubmitOutcome.Closed() : submissions.write(job);
  }

  private List<SubmitOutcome> submitted(List<QueuedJob> group) {
    Submissions.Written written =
        served.take(
            List.of(),
            offer -> {
              Submissions.Written done =
                  jdbi.inTransaction(handle -> newJobs.write(handle, group, offer));
              moreMayWait |= done.waiting() > 0;
              return new ServedPlaces.Turn<>(done, started(done, offer));
            });
    if (written.waiting() > 0) {
      signals.queued();
    }
    return written.outcomes();
  }

  private List<PostgresClaim> started(Submissions.Written group, ServedPlaces.Offer offer) {
    Map<ProviderId, Integer> left = offer.without(group.claims());
    if (group.waiting() == 0 || left.isEmpty()) {
      return group.claims();
    }
    var started = new ArrayList<>(group.claims());
    started.addAll(claimedAfterwards(left, offer));
    return started;
  }

  /// What was written before holds, whether or not anything can be claimed now. What can't, the
  /// dispatcher will.
  private List<PostgresClaim> claimedAfterwards(
      Map<ProviderId, Integer> free, ServedPlaces.Offer offer) {
    try {
      return jdbi.inTransaction(handle -> claims.take(handle, free, offer.now()));
    } catch (RuntimeException e) {
      LOG.warn("Jobs that wait could not be started at once: {}", e.toString());
      return List.of();
    }
  }

  @Override
  public QueueLoad load(ProviderId provider, SlotAddress slot, Instant now) {
    return loads.of(provider, slot, () -> counted(provider, slot, now));
  }

  private QueueLoad counted(ProviderId provider, SlotAddress slot, Instant now) {
    return jdbi.withHandle(
        handle -> {
          var ledger = new TableLedger(handle);
          return handle
              .createQuery(ClaimStatements.LOAD)
              .bind("truce", claims.truce())
              .bind("provider", provider.value())
              .bind("account", slot.account().value())
              .bind("slot", slot.id().value())
              .map(
                  (row, _) ->
                      new QueueLoad(
                          row.getInt("waiting"),
                          capacity,
                          row.getInt("waiting_at_provider"),
                          row.getInt("running_at_provider"),
                          row.getInt("waiting_in_slot"),
                          row.getInt("running_in_slot"),
                          starts.usage(provider, ledger, now),
                          starts.averageTokens(provider, ledger)))
              .one();
        });
  }

  @Override
  public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
    return jdbi.withHandle(claims.isAnythingReady(freePlaces, now)::ask)
        ? List.copyOf(jdbi.inTransaction(handle -> claims.take(handle, freePlaces, now)))
        : List.of();
  }

  @Override
  public List<JobClaim> renew(Collection<JobClaim> held) {
    return jdbi.inTransaction(handle -> claims.renew(handle, held));
  }

  @Override
  public boolean release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now) {
    return released(new Release(PostgresClaim.of(claim), job, attempt, now));
  }

  @Override
  public boolean park(JobClaim claim, WaitingJob job) {
    return released(new Release(PostgresClaim.of(claim), job, null, null));
  }

  @Override
  public boolean wake(JobId job, Instant now) {
    boolean woken =
        jdbi.withHandle(
            handle ->
                handle
                        .createUpdate(ClaimStatements.WAKE)
                        .bind("id", job.value())
                        .bind("now", now)
                        .execute()
                    == 1);
    if (woken) {
      signals.queued();
    }
    return woken;
  }

  @Override
  public void close() {
    closed = true;
    served.close();
  }

  private boolean released(Release release) {
    boolean ours = releases.write(release);
    if (ours) {
      switch (release.job()) {
        case FinishedJob finished -> signals.ended(List.of(finished.id()));
        case QueuedJob _ -> signals.queued();
        case WaitingJob _ -> {}
      }
    }
    return ours;
  }

  private List<Boolean> released(List<Release> group) {
    return served.take(
        group.stream().map(Release::claim).toList(),
        offer -> {
          boolean together = moreMayWait && !offer.isNothing();
          // a claim that fails, and the end with it, must not fail the next try
          moreMayWait = false;
          ServedPlaces.Turn<List<Boolean>> turn =
              together
                  ? jdbi.inTransaction(handle -> releasedAndClaimed(handle, group, offer))
                  : releasedAlone(group, offer);
          moreMayWait = !turn.claims().isEmpty();
          return turn;
        });
  }

  private ServedPlaces.Turn<List<Boolean>> releasedAndClaimed(
      Handle handle, List<Release> group, ServedPlaces.Offer offer) {
    List<Boolean> ours = Releases.write(handle, group);
    return new ServedPlaces.Turn<>(ours, claims.take(handle, offer.free(), offer.now()));
  }

  /// Claims only where something has come to wait, which few jobs find that end on a quiet day.
  private ServedPlaces.Turn<List<Boolean>> releasedAlone(
      List<Release> group, ServedPlaces.Offer offer) {
    Claims.Question question =
        offer.isNothing()
            ? Claims.Question.ANSWERED
            : claims.isAnythingReady(offer.free(), offer.now());
    Releases.Written done =
        jdbi.inTransaction(handle -> Releases.writeAndCommit(handle, group, question));
    return new ServedPlaces.Turn<>(
        done.ours(),
        done.ready() && !offer.isNothing() ? claimedAfterwards(offer.free(), offer) : List.of());
  }
}
