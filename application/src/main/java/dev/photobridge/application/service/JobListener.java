package dev.photobridge.application.service;

import dev.photobridge.application.port.in.JobEvent;
import dev.photobridge.application.port.in.WatchJobsUseCase.JobEvents;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One watcher and what it has not fetched yet: of each job the latest state only. Safe for use by
/// many threads.
final class JobListener implements JobEvents {
  /// More jobs than any list of the product shows; whoever is so far behind reads anew.
  static final int MOST_PENDING = 1000;

  private final AccountName account;
  private final @Nullable JobId only;
  private final Consumer<JobListener> onClose;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Map<JobId, JobEvent> pending = new LinkedHashMap<>();
  private @Nullable JobEvent latestOfOnly;
  private boolean readyPending;
  private boolean ready;
  private boolean over;

  /// @param only the one job that is watched; null: all of the account
  /// @param onClose is told once nobody listens any more
  JobListener(AccountName account, @Nullable JobId only, Consumer<JobListener> onClose) {
    this.account = account;
    this.only = only;
    this.onClose = onClose;
  }

  AccountName account() {
    return account;
  }

  /// The one job it watches, or empty where it watches all.
  Optional<JobId> onlyJob() {
    return Optional.ofNullable(only);
  }

  /// Whether a look was made since it began to listen, so that from then on changes are seen.
  boolean isReady() {
    lock.lock();
    try {
      return ready;
    } finally {
      lock.unlock();
    }
  }

  /// Tells that such a look was made.
  void getReady() {
    lock.lock();
    try {
      ready = true;
      readyPending = only == null;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Hears of an event; never waits.
  void hear(JobId job, JobEvent event) {
    lock.lock();
    try {
      // the watch reads a job's details more often than they change
      if (over || (only != null && event.equals(latestOfOnly))) {
        return;
      }
      latestOfOnly = only == null ? null : event;
      pending.put(job, event);
      if (pending.size() > MOST_PENDING) {
        end();
      }
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Nothing more comes.
  void finish() {
    lock.lock();
    try {
      end();
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    over = true;
    pending.clear();
  }

  @Override
  public Optional<JobEvent> next(Duration longest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = longest.toNanos();
      Optional<JobEvent> event = poll();
      while (event.isEmpty() && left > 0) {
        left = news.awaitNanos(left);
        event = poll();
      }
      return event;
    } finally {
      lock.unlock();
    }
  }

  private Optional<JobEvent> poll() {
    if (over) {
      return Optional.of(new JobEvent.Over());
    }
    if (readyPending) {
      readyPending = false;
      return Optional.of(new JobEvent.Ready());
    }
    Iterator<JobEvent> events = pending.values().iterator();
    if (!events.hasNext()) {
      return Optional.empty();
    }
    JobEvent event = events.next();
    events.remove();
    return Optional.of(event);
  }

  @Override
  public void close() {
    finish();
    onClose.accept(this);
  }
}
