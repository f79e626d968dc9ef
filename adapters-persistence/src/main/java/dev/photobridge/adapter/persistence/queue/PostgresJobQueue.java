package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.GroupWriter;
import dev.photobridge.adapter.persistence.job.AttemptTable;
import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The queue in table `job`, shared by all nodes: what was accepted outlives a crash of any of
/// them. `docs/architecture.md` draws claim, lease and fence.
public final class PostgresJobQueue implements JobQueue {
  /// How long a worker that says nothing keeps its job.
  static final Duration LEASE = Duration.ofSeconds(15);

  private final Jdbi jdbi;
  private final ProviderStarts starts;
  private final int capacity;
  private final Duration lease;
  private final Duration truce;
  private final JobSignals signals;
  private final RememberedLoads loads = new RememberedLoads(System::nanoTime);
  private final GroupWriter<QueuedJob, SubmitOutcome> submissions;
  private final GroupWriter<Release, Boolean> releases = new GroupWriter<>(this::released);
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
    this.lease = lease;
    this.truce = truce;
    this.signals = signals;
    this.submissions = new GroupWriter<>(new Submissions(jdbi, capacity)::write);
  }

  /// A hold that is good as long as the row has this fence.
  private record Claim(RunningJob job, long fence, CallNotes call) implements JobClaim {
    /// The open attempt, with when its provider was called; none where it was not.
    private Stream<AttemptTable.Called> called() {
      Instant at = call.times().askedAt();
      return at == null
          ? Stream.empty()
          : Stream.of(new AttemptTable.Called(job.id(), job.attempts(), at));
    }
  }

  /// @param attempt null where it goes on
  private record Release(
      Claim claim, ReleasedJob job, @Nullable AttemptEnd attempt, @Nullable Instant at) {}

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    if (closed) {
      return new SubmitOutcome.Closed();
    }
    SubmitOutcome outcome = submissions.write(job);
    if (outcome instanceof SubmitOutcome.Queued) {
      signals.queued();
    }
    return outcome;
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
              .bind("truce", truce)
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
    if (!jdbi.withHandle(handle -> isAnythingReady(handle, freePlaces, now))) {
      return List.of();
    }
    return jdbi.inTransaction(
        handle -> {
          QueueLock.CLAIMS.take(handle);
          return claimed(handle, starts.of(freePlaces, new TableLedger(handle), now), now);
        });
  }

  @Override
  public List<JobClaim> renew(Collection<JobClaim> claims) {
    var lost = new HashMap<JobId, JobClaim>();
    claims.forEach(claim -> lost.put(claim.job().id(), claim));
    List<JobId> renewed =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(ClaimStatements.RENEW)
                    .bindArray("ids", String.class, ids(claims))
                    .bindArray("fences", Long.class, fences(claims))
                    .bind("lease", lease)
                    .mapTo(UUID.class)
                    .map(JobId::new)
                    .list());
    renewed.forEach(lost::remove);
    record(claims.stream().filter(claim -> !lost.containsKey(claim.job().id())).toList());
    return List.copyOf(lost.values());
  }

  /// Calls that last are recorded while they do, for who looks at the job meanwhile, and for when
  /// its worker is lost.
  private void record(List<JobClaim> held) {
    List<AttemptTable.Called> calls =
        held.stream().map(PostgresJobQueue::ours).flatMap(Claim::called).toList();
    if (!calls.isEmpty()) {
      jdbi.useTransaction(handle -> AttemptTable.called(handle, calls));
    }
  }

  @Override
  public boolean release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now) {
    return released(new Release(ours(claim), job, attempt, now));
  }

  @Override
  public boolean park(JobClaim claim, WaitingJob job) {
    return released(new Release(ours(claim), job, null, null));
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
    return jdbi.inTransaction(
        handle -> {
          boolean[] ours =
              JobTable.update(
                  handle,
                  group.stream()
                      .map(one -> new JobTable.Change(one.job(), one.claim().fence()))
                      .toList());
          var ends = new ArrayList<AttemptTable.End>();
          var calls = new ArrayList<AttemptTable.Called>();
          var outcomes = new ArrayList<Boolean>();
          for (int i = 0; i < ours.length; i++) {
            outcomes.add(ours[i]);
            Release release = group.get(i);
            AttemptEnd how = release.attempt();
            Instant at = release.at();
            if (ours[i] && how != null && at != null) {
              CallTimes call = release.claim().call().times();
              ends.add(new AttemptTable.End(release.job().id(), how, call, at));
            } else if (ours[i]) {
              release.claim().called().forEach(calls::add);
            }
          }
          AttemptTable.called(handle, calls);
          AttemptTable.end(handle, ends);
          return outcomes;
        });
  }

  private boolean isAnythingReady(Handle handle, Map<ProviderId, Integer> free, Instant now) {
    return handle
        .createQuery(ClaimStatements.IS_ANYTHING_READY)
        .bindArray(
            "providers", String.class, free.keySet().stream().map(ProviderId::value).toArray())
        .bind("now", now)
        .bind("truce", truce)
        .mapTo(Boolean.class)
        .one();
  }

  private List<JobClaim> claimed(Handle handle, Map<ProviderId, Integer> places, Instant now) {
    List<ProviderId> providers = List.copyOf(places.keySet());
    List<Claim> claims =
        handle
            .createQuery(ClaimStatements.CLAIM)
            .bindArray(
                "providers", String.class, providers.stream().map(ProviderId::value).toArray())
            .bindArray("starts", Integer.class, providers.stream().map(places::get).toArray())
            .bindArray(
                "limits", Integer.class, providers.stream().map(starts::parallelLimit).toArray())
            .bind("now", now)
            .bind("lease", lease)
            .bind("truce", truce)
            .map(
                (row, context) ->
                    new Claim(
                        JobTable.ROWS.map(row, context).toRunningJob(),
                        row.getLong("fence"),
                        new CallNotes()))
            .list();
    return List.copyOf(claims);
  }

  private static Claim ours(JobClaim claim) {
    if (claim instanceof Claim ours) {
      return ours;
    }
    throw new IllegalArgumentException("a claim is released by the queue that gave it");
  }

  private static Object[] ids(Collection<JobClaim> claims) {
    return claims.stream().map(claim -> claim.job().id().toString()).toArray();
  }

  private static Object[] fences(Collection<JobClaim> claims) {
    return claims.stream().map(claim -> ours(claim).fence()).toArray();
  }
}
