package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.DatabaseConnections;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.application.port.out.JobNews;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to what other nodes notify, on one connection of its own; connects again when that is
/// lost, and then takes it that something was missed.
public final class PostgresJobNews implements AutoCloseable {
  /// The connection's name in `pg_stat_activity`.
  static final String NAME = "photobridge-listener";

  private static final Logger LOG = LoggerFactory.getLogger("photobridge.queue");
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// So often the connection is asked whether it still is one.
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  private final DatabaseSettings settings;
  private final JobNews news;
  private final Thread listener =
      Thread.ofPlatform().daemon().name("job-listener").unstarted(this::listen);
  private volatile @Nullable Connection open;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean closed;

  /// @param news hears of what others did; of this node's own doings too, which does no harm
  public PostgresJobNews(DatabaseSettings settings, JobNews news) {
    this.settings = settings;
    this.news = news;
  }

  /// Begins to listen.
  public void start() {
    listener.start();
  }

  @Override
  public void close() {
    closed = true;
    closing.countDown();
    closeQuietly(open);
    listener.interrupt();
    Joining.join(listener);
  }

  private void listen() {
    boolean lost = false;
    while (!closed) {
      try (Connection connection = DatabaseConnections.open(settings, NAME)) {
        open = connection;
        subscribe(connection);
        if (lost) {
          LOG.info("Hearing of other nodes again");
        }
        lost = false;
        news.jobsQueued();
        hear(connection);
      } catch (SQLException | RuntimeException e) {
        if (!closed && !lost) {
          LOG.warn(
              "The connection that hears of other nodes is lost, connecting again; until then jobs"
                  + " are found by looking: {}",
              e.toString());
        }
        lost = true;
        pause();
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] notifications =
          postgres.getNotifications(Math.toIntExact(LONGEST_SILENCE.toMillis()));
      if (notifications == null || notifications.length == 0) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT 1");
        }
      } else {
        tell(notifications);
      }
    }
  }

  private void tell(PGNotification[] notifications) {
    boolean queued = false;
    var ended = new ArrayList<JobId>();
    for (PGNotification notification : notifications) {
      String text = notification.getParameter();
      if (text.equals(PostgresJobSignals.QUEUED)) {
        queued = true;
      } else if (text.startsWith(PostgresJobSignals.DELETED)) {
        tellOfDeletion(text.substring(PostgresJobSignals.DELETED.length()).split(" ", 2));
      } else {
        List.of(text.split(",")).forEach(id -> ended.add(new JobId(UUID.fromString(id))));
      }
    }
    if (queued) {
      news.jobsQueued();
    }
    if (!ended.isEmpty()) {
      news.jobsEnded(ended);
    }
  }

  private void tellOfDeletion(String[] accountAndId) {
    news.jobDeleted(new AccountName(accountAndId[0]), new JobId(UUID.fromString(accountAndId[1])));
  }

  private static void subscribe(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + PostgresJobSignals.CHANNEL);
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException _) {
      // it is gone anyway
    }
  }

  private void pause() {
    try {
      // waits for the end of the listener, at most so long
      var _ = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      // only closing interrupts
    }
  }
}
