package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells other nodes by `NOTIFY`, on a thread of its own and outside of any job's transaction,
/// where it would cost most of the queue's throughput. Signals that come while one is sent melt
/// into the next.
public final class PostgresJobSignals implements JobSignals, AutoCloseable {
  static final String CHANNEL = "photobridge_jobs";
  static final String QUEUED = "queued";

  /// Followed by the account and the id, parted by spaces.
  static final String DELETED = "deleted ";

  /// PostgreSQL takes less than 8000 bytes (its manual, NOTIFY).
  private static final int IDS_A_MESSAGE = 200;

  private static final Logger LOG = LoggerFactory.getLogger("photobridge.queue");

  private final Jdbi jdbi;
  private final Thread sender =
      Thread.ofPlatform().daemon().name("job-notifier").unstarted(this::send);
  private final Set<JobId> ended = new LinkedHashSet<>();
  private final List<String> deleted = new ArrayList<>();
  private boolean queued;
  private boolean closed;

  /// Wired by the application.
  public PostgresJobSignals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Begins to send.
  public void start() {
    sender.start();
  }

  @Override
  public synchronized void queued() {
    queued = true;
    notifyAll();
  }

  @Override
  public synchronized void ended(Collection<JobId> jobs) {
    ended.addAll(jobs);
    notifyAll();
  }

  @Override
  public synchronized void deleted(AccountName account, JobId job) {
    deleted.add(DELETED + account.value() + " " + job);
    notifyAll();
  }

  /// Ends after what is pending is sent.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    Joining.join(sender);
  }

  private void send() {
    try {
      List<String> messages = next();
      while (!messages.isEmpty()) {
        send(messages);
        messages = next();
      }
    } catch (InterruptedException _) {
      // nobody interrupts it; to end is right all the same
    }
  }

  private void send(List<String> messages) {
    try {
      // a nudge that a crash loses is found by looking; it must not wait for the disk
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery(
                      """
                      SELECT set_config('synchronous_commit', 'off', true),
                             pg_notify(:channel, message)
                      FROM unnest(:messages) AS message
                      """)
                  .bind("channel", CHANNEL)
                  .bindArray("messages", String.class, messages.toArray())
                  .map((row, _) -> row.getString(1))
                  .list());
    } catch (RuntimeException e) {
      LOG.debug("Other nodes could not be told and will look for themselves: {}", e.toString());
    }
  }

  /// What is pending, once there is something; nothing when closed.
  private synchronized List<String> next() throws InterruptedException {
    while (!closed && !queued && ended.isEmpty() && deleted.isEmpty()) {
      wait();
    }
    var messages = new ArrayList<String>();
    if (queued) {
      messages.add(QUEUED);
    }
    List<String> ids = ended.stream().map(JobId::toString).toList();
    for (int from = 0; from < ids.size(); from += IDS_A_MESSAGE) {
      int to = Math.min(from + IDS_A_MESSAGE, ids.size());
      messages.add(String.join(",", ids.subList(from, to)));
    }
    messages.addAll(deleted);
    queued = false;
    ended.clear();
    deleted.clear();
    return messages;
  }
}
