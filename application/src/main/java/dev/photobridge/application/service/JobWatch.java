package dev.photobridge.application.service;

import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.in.JobEvent;
import dev.photobridge.application.port.out.JobNews;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Pauses;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Tells watchers which jobs changed. One thread looks for all of them: at once when something
/// happened here or another node says so, and once a second in any case. While nobody watches,
/// there is no thread and nothing is asked of the database. Safe for use by many threads.
public final class JobWatch implements JobNews, AutoCloseable {
  /// Watches of an account at once.
  static final int MOST_WATCHES = 32;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration LONGEST_NAP = Duration.ofMillis(900);

  private final JobChanges changes;
  private final ListJobsService shown;
  private final WorkSignal signal;
  private final Pauses pauses;
  private final EngineTrouble trouble;
  private final Executor executor;
  private final Map<JobId, AccountName> deleted = new ConcurrentHashMap<>();
  private final List<JobListener> listeners = new ArrayList<>();
  private boolean looking;
  private boolean closed;

  /// @param views what those are shown who watch all jobs
  /// @param shown what those are shown who watch one
  /// @param signal is raised when jobs may have changed
  /// @param trouble is told when looking fails
  /// @param executor runs its tasks on threads of their own
  public JobWatch(
      JobRepository jobs,
      JobViews views,
      ListJobsService shown,
      WorkSignal signal,
      Pauses pauses,
      InstantSource clock,
      EngineTrouble trouble,
      Executor executor) {
    this.changes = new JobChanges(jobs, views, clock);
    this.shown = shown;
    this.signal = signal;
    this.pauses = pauses;
    this.trouble = trouble;
    this.executor = executor;
  }

  /// What came of adding a listener.
  enum Adding {
    ADDED,
    TOO_MANY,
    CLOSED
  }

  /// From the next look on it hears of changes.
  synchronized Adding add(JobListener listener) {
    if (closed) {
      return Adding.CLOSED;
    }
    long present =
        listeners.stream().filter(other -> other.account().equals(listener.account())).count();
    if (present >= MOST_WATCHES) {
      return Adding.TOO_MANY;
    }
    listeners.add(listener);
    signal.raise();
    if (!looking) {
      looking = true;
      executor.execute(this::run);
    }
    return Adding.ADDED;
  }

  /// It hears nothing more.
  synchronized void remove(JobListener listener) {
    listeners.remove(listener);
  }

  @Override
  public void jobsQueued() {
    signal.raise();
  }

  @Override
  public void jobsEnded(Collection<JobId> jobs) {
    signal.raise();
  }

  @Override
  public synchronized void jobDeleted(AccountName account, JobId job) {
    if (looking) {
      deleted.put(job, account);
      signal.raise();
    }
  }

  /// Ends all watches, and lets none begin.
  @Override
  public synchronized void close() {
    closed = true;
    listeners.forEach(JobListener::finish);
    listeners.clear();
    signal.raise();
  }

  private void run() {
    try {
      while (goesOn()) {
        tryToLook();
        pauses.pause(BETWEEN_LOOKS);
        signal.await(LONGEST_NAP);
      }
    } catch (InterruptedException _) {
      // whoever interrupts it wants no more looks
      close();
    }
  }

  private synchronized boolean goesOn() {
    looking = !listeners.isEmpty();
    if (!looking) {
      deleted.clear();
      changes.forget();
    }
    return looking;
  }

  /// The same, and tells of what goes wrong.
  void tryToLook() {
    try {
      look();
    } catch (StorageUnavailableException _) {
      // whoever has work to do says so; the next look that succeeds sees everything
    } catch (RuntimeException | Error e) {
      trouble.inWatch(e);
    }
  }

  /// Looks once, and tells.
  void look() {
    List<JobListener> all = present();
    Map<JobId, AccountName> gone = Map.copyOf(deleted);
    Map<JobId, JobChanges.Change> news =
        changes.since(accounts(all, _ -> true), accounts(all, JobListener::isReady), gone);
    Map<JobListener, JobEvent> details = details(all, news);
    gone.keySet().forEach(deleted::remove);
    all.forEach(listener -> tell(listener, news, details));
  }

  private synchronized List<JobListener> present() {
    return List.copyOf(listeners);
  }

  private static Set<AccountName> accounts(List<JobListener> of, Predicate<JobListener> which) {
    return of.stream().filter(which).map(JobListener::account).collect(Collectors.toSet());
  }

  /// What those hear who watch one job: more than is known of all.
  private Map<JobListener, JobEvent> details(
      List<JobListener> all, Map<JobId, JobChanges.Change> news) {
    var details = new HashMap<JobListener, JobEvent>();
    for (JobListener listener : all) {
      listener
          .onlyJob()
          .filter(job -> news.containsKey(job) || !listener.isReady())
          .ifPresent(job -> details.put(listener, detail(listener.account(), job)));
    }
    return details;
  }

  private JobEvent detail(AccountName account, JobId job) {
    return shown
        .find(account, job)
        .<JobEvent>map(JobEvent.Changed::new)
        .orElseGet(() -> new JobEvent.Deleted(job));
  }

  private static void tell(
      JobListener listener,
      Map<JobId, JobChanges.Change> news,
      Map<JobListener, JobEvent> details) {
    if (listener.onlyJob().isPresent()) {
      JobEvent detail = details.get(listener);
      if (detail != null) {
        listener.hear(listener.onlyJob().get(), detail);
      }
    } else if (listener.isReady()) {
      news.forEach(
          (job, change) -> {
            if (change.account().equals(listener.account())) {
              listener.hear(job, change.event());
            }
          });
    }
    if (!listener.isReady()) {
      listener.getReady();
    }
  }
}
