package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.JobMark;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.port.out.SpendingLedger;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderUsage;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.slot.SlotSpending;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// Keeps jobs in a map.
public final class InMemoryJobRepository implements JobRepository, SpendingLedger {
  private static final Comparator<Job> OLDEST_FIRST =
      Comparator.comparing((Job job) -> job.order().receivedAt())
          .thenComparing(job -> job.id().value());

  private final Map<JobId, Job> jobs = new ConcurrentHashMap<>();
  private final Map<JobId, List<Attempt>> attempts = new ConcurrentHashMap<>();
  private final AtomicInteger markings = new AtomicInteger();
  private volatile Runnable afterFind = () -> {};
  private volatile boolean away;

  @Override
  public void insert(QueuedJob job) {
    if (jobs.putIfAbsent(job.id(), job) != null) {
      throw new IllegalStateException("there is a job " + job.id() + " already");
    }
  }

  @Override
  public void start(RunningJob job) {
    update(job);
    if (job.deferredCall().isEmpty()) {
      SlotSetup setup = job.setup();
      attempts
          .computeIfAbsent(job.id(), _ -> new CopyOnWriteArrayList<>())
          .add(
              new Attempt(
                  job.attempts(),
                  setup.provider(),
                  setup.operation(),
                  job.startedAt(),
                  null,
                  CallTimes.NONE,
                  null));
    }
  }

  @Override
  public void release(ReleasedJob job, AttemptEnd end, CallTimes call, Instant at) {
    update(job);
    changeOpenAttempt(
        job,
        open ->
            new Attempt(
                open.number(),
                open.provider(),
                open.operation(),
                open.startedAt(),
                at,
                call.or(open.call()),
                end));
  }

  private void changeOpenAttempt(Job job, UnaryOperator<Attempt> change) {
    attempts
        .computeIfAbsent(job.id(), _ -> new CopyOnWriteArrayList<>())
        .replaceAll(attempt -> attempt.endedAt() == null ? change.apply(attempt) : attempt);
  }

  @Override
  public void park(WaitingJob job, CallTimes call) {
    update(job);
    changeOpenAttempt(job, open -> open.with(call));
  }

  @Override
  public List<FinishedJob> ended(Collection<JobId> ids) {
    return ids.stream()
        .map(jobs::get)
        .filter(FinishedJob.class::isInstance)
        .map(FinishedJob.class::cast)
        .toList();
  }

  @Override
  public Optional<JobId> findDuplicate(DuplicateKey key, Instant now) {
    return jobs.values().stream()
        .filter(job -> job.order().duplicate().filter(key::equals).isPresent())
        .filter(
            job -> !(job instanceof FinishedJob ended) || ended.end() instanceof JobEnd.Succeeded)
        .max(OLDEST_FIRST)
        .map(Job::id);
  }

  @Override
  public List<Attempt> attempts(JobId job) {
    return List.copyOf(attempts.getOrDefault(job, List.of()));
  }

  @Override
  public ProviderUsage usage(ProviderId provider, Instant dayStart, Instant now) {
    List<Attempt> today =
        attempts.values().stream()
            .flatMap(List::stream)
            .filter(attempt -> attempt.provider().equals(provider))
            .filter(attempt -> !attempt.startedAt().isBefore(dayStart))
            .toList();
    List<Attempt> lastMinute =
        today.stream()
            .filter(attempt -> attempt.startedAt().isAfter(now.minusSeconds(60)))
            .toList();
    return new ProviderUsage(
        lastMinute.size(),
        today.size(),
        lastMinute.stream().mapToLong(InMemoryJobRepository::tokens).sum(),
        lastMinute.stream().map(Attempt::startedAt).min(Comparator.naturalOrder()).orElse(null));
  }

  @Override
  public long averageTokens(ProviderId provider) {
    return (long)
        attempts.values().stream()
            .flatMap(List::stream)
            .filter(attempt -> attempt.provider().equals(provider))
            .mapToLong(InMemoryJobRepository::tokens)
            .filter(tokens -> tokens > 0)
            .average()
            .orElse(0);
  }

  private static long tokens(Attempt attempt) {
    return attempt.end() instanceof AttemptEnd.Delivered delivered ? delivered.tokens() : 0;
  }

  private void update(Job job) {
    if (jobs.replace(job.id(), job) == null) {
      throw new IllegalStateException("there is no job " + job.id());
    }
  }

  @Override
  public Optional<Job> find(JobId id) {
    Optional<Job> found = Optional.ofNullable(jobs.get(id));
    afterFind.run();
    return found;
  }

  @Override
  public List<Job> findAll(Collection<JobId> ids) {
    return ids.stream().map(jobs::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<JobMark> marks(Collection<AccountName> accounts, Instant endedAfter) {
    markings.incrementAndGet();
    if (away) {
      throw new StorageUnavailableException("away", new IOException("cable"));
    }
    return jobs.values().stream()
        .map(InMemoryJobRepository::mark)
        .filter(mark -> accounts.contains(mark.account()))
        .filter(mark -> mark.finishedAt() == null || mark.finishedAt().isAfter(endedAfter))
        .toList();
  }

  private static JobMark mark(Job job) {
    return new JobMark(
        job.id(),
        job.order().slot().account(),
        job.state(),
        job.progress().target(),
        job.attempts(),
        job.cost(),
        job instanceof FinishedJob finished ? finished.finishedAt() : null);
  }

  /// How often somebody asked how jobs stand.
  public int markings() {
    return markings.get();
  }

  /// Whether nobody is told how jobs stand.
  public void beAway(boolean isAway) {
    away = isAway;
  }

  /// Takes a job away.
  public void remove(JobId id) {
    jobs.remove(id);
    attempts.remove(id);
  }

  @Override
  public Page<Job> list(Filter filter, int page, int pageSize) {
    List<Job> found =
        jobs.values().stream()
            .filter(job -> matches(filter, job))
            .sorted(OLDEST_FIRST.reversed())
            .toList();
    List<Job> items = found.stream().skip((long) (page - 1) * pageSize).limit(pageSize).toList();
    return new Page<>(items, page, pageSize, found.size());
  }

  @Override
  public List<Job> open() {
    return jobs.values().stream()
        .filter(job -> !(job instanceof FinishedJob))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /// Runs after each job was looked up by its id.
  public void afterFind(Runnable action) {
    afterFind = action;
  }

  @Override
  public boolean delete(JobId job) {
    boolean deleted = jobs.get(job) instanceof FinishedJob ended && jobs.remove(job, ended);
    if (deleted) {
      attempts.remove(job);
    }
    return deleted;
  }

  @Override
  public int deleteEnded(Instant before) {
    List<Job> old =
        jobs.values().stream()
            .filter(job -> job instanceof FinishedJob ended && ended.finishedAt().isBefore(before))
            .toList();
    old.forEach(
        job -> {
          jobs.remove(job.id());
          attempts.remove(job.id());
        });
    return old.size();
  }

  /// Stores a job in any state.
  public void put(Job job) {
    jobs.put(job.id(), job);
  }

  /// All jobs, the oldest first.
  public List<Job> all() {
    return jobs.values().stream().sorted(OLDEST_FIRST).toList();
  }

  private static boolean matches(Filter filter, Job job) {
    return job.order().slot().account().equals(filter.account())
        && filter.slot().map(slot -> job.order().slot().id().equals(slot)).orElse(true)
        && filter.state().map(state -> job.state() == state).orElse(true)
        && filter.provider().map(job.setup().provider()::equals).orElse(true)
        && filter.origin().map(origin -> job.order().origin().kind() == origin).orElse(true)
        && filter.receivedFrom().map(from -> !job.order().receivedAt().isBefore(from)).orElse(true)
        && filter.receivedBefore().map(job.order().receivedAt()::isBefore).orElse(true);
  }

  @Override
  public SlotSpending of(SlotAddress slot, Instant dayStart, Instant resetAt, Instant before) {
    List<Attempt> ofSlot =
        jobs.values().stream()
            .filter(job -> job.order().slot().equals(slot))
            .flatMap(job -> attempts(job.id()).stream())
            .toList();
    Cost last =
        ofSlot.stream()
            .filter(attempt -> attempt.end() instanceof AttemptEnd.Delivered)
            .max(Comparator.comparing(InMemoryJobRepository::endedAt))
            .map(InMemoryJobRepository::cost)
            .orElse(Cost.ZERO);
    long open =
        ofSlot.stream()
            .filter(attempt -> attempt.endedAt() == null)
            .filter(attempt -> attempt.startedAt().isBefore(before))
            .count();
    return new SlotSpending(
        spentSince(ofSlot, dayStart),
        spentSince(ofSlot, resetAt),
        new Cost(open * last.microDollars()));
  }

  @Override
  public Cost spentSince(Instant since) {
    return spentSince(attempts.values().stream().flatMap(List::stream).toList(), since);
  }

  private static Cost spentSince(List<Attempt> attempts, Instant since) {
    return attempts.stream()
        .filter(attempt -> attempt.endedAt() != null)
        .filter(attempt -> !endedAt(attempt).isBefore(since))
        .map(InMemoryJobRepository::cost)
        .reduce(Cost.ZERO, Cost::plus);
  }

  private static Instant endedAt(Attempt attempt) {
    return Objects.requireNonNull(attempt.endedAt());
  }

  private static Cost cost(Attempt attempt) {
    return Objects.requireNonNull(attempt.end()).cost();
  }
}
