package dev.photobridge.adapter.persistence.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.photobridge.adapter.persistence.DatabaseConnections;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.JobNews;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What one node notifies and another hears, over a real PostgreSQL.
class PostgresJobNewsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final List<JobId> NEW_JOBS = List.of();

  private final HeardNews heard = new HeardNews();
  private final PostgresJobNews news = new PostgresJobNews(DATABASE.settings(), heard);
  private final PostgresJobSignals signals = new PostgresJobSignals(DATABASE.jdbi());

  @BeforeEach
  void listen() throws InterruptedException {
    news.start();
    signals.start();
    assertThat(heard.next()).as("told to look when it begins to listen").isEqualTo(NEW_JOBS);
  }

  @AfterEach
  void stop() {
    signals.close();
    news.close();
  }

  @Test
  void whatOneNodeTellsAnotherHears() throws InterruptedException {
    List<JobId> ended = ids(2);

    signals.queued();
    assertThat(heard.next()).isEqualTo(NEW_JOBS);

    signals.ended(ended);
    assertThat(heard.next()).isEqualTo(ended);
  }

  @Test
  void aDeletionIsHeardWithItsAccount() throws InterruptedException {
    JobId deleted = ids(1).getFirst();

    signals.deleted(new AccountName("serg"), deleted);

    assertThat(heard.deletion()).isEqualTo("serg/" + deleted);
  }

  @Test
  void manyEndsComeInSeveralMessagesAndNoneIsLost() throws InterruptedException {
    List<JobId> ended = ids(1_000);

    signals.ended(ended);

    assertThat(heard.ends(ended.size())).containsExactlyElementsOf(ended);
  }

  @Test
  void aListenerThatLosesItsConnectionIsToldToLookAndListensAgain() throws Exception {
    assertThat(disconnected(PostgresJobNews.NAME)).isEqualTo(1);

    assertThat(heard.next()).isEqualTo(NEW_JOBS);
    List<JobId> ended = ids(1);
    signals.ended(ended);
    assertThat(heard.next()).isEqualTo(ended);
  }

  @Test
  void aNotifierThatLosesItsConnectionsNotifiesAgain() throws Exception {
    signals.queued();
    assertThat(heard.next()).isEqualTo(NEW_JOBS);
    assertThat(disconnected("photobridge")).isPositive();

    await()
        .untilAsserted(
            () -> {
              signals.queued();
              assertThat(heard.soon()).isEqualTo(NEW_JOBS);
            });
  }

  @Test
  void aNodeHasOneListeningConnectionAndGivesItBack() throws InterruptedException {
    assertThat(listeners()).isEqualTo(1);

    news.close();

    await().untilAsserted(() -> assertThat(listeners()).isZero());
  }

  @Test
  void whatIsPendingWhenTheNotifierIsClosedIsSent() throws InterruptedException {
    List<JobId> ended = ids(1);

    signals.ended(ended);
    signals.close();

    assertThat(heard.next()).isEqualTo(ended);
  }

  /// Ends the server's side of the connections with this name; how many there were.
  private static int disconnected(String name) throws SQLException {
    try (Connection connection = DatabaseConnections.open(DATABASE.settings(), "test");
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE application_name = ? AND datname = current_database()
                """)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getInt(1);
      }
    }
  }

  private static int listeners() {
    return DATABASE
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE application_name = :name AND datname = current_database()
                        """)
                    .bind("name", PostgresJobNews.NAME)
                    .mapTo(int.class)
                    .one());
  }

  private static List<JobId> ids(int count) {
    return Stream.generate(() -> new JobId(UUID.randomUUID())).limit(count).toList();
  }

  /// What was heard, in order: new jobs as an empty list, ends as their ids.
  private static final class HeardNews implements JobNews {
    private final BlockingQueue<List<JobId>> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> deleted = new LinkedBlockingQueue<>();

    @Override
    public void jobsQueued() {
      heard.add(NEW_JOBS);
    }

    @Override
    public void jobsEnded(Collection<JobId> jobs) {
      heard.add(List.copyOf(jobs));
    }

    @Override
    public void jobDeleted(AccountName account, JobId job) {
      deleted.add(account + "/" + job);
    }

    @Nullable List<JobId> next() throws InterruptedException {
      return heard.poll(1, TimeUnit.MINUTES);
    }

    @Nullable String deletion() throws InterruptedException {
      return deleted.poll(1, TimeUnit.MINUTES);
    }

    @Nullable List<JobId> soon() throws InterruptedException {
      return heard.poll(500, TimeUnit.MILLISECONDS);
    }

    List<JobId> ends(int count) throws InterruptedException {
      var ends = new ArrayList<JobId>();
      List<JobId> next = List.of();
      while (ends.size() < count && next != null) {
        next = next();
        ends.addAll(next == null ? List.of() : next);
      }
      return ends;
    }
  }
}
