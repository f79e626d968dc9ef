package dev.photobridge.adapter.persistence.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.DatabaseConnections;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.domain.job.JobId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class PostgresJobSignalsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int LARGEST_PAYLOAD = 7_999;

  /// Each sending needs a connection, which the test lets it have.
  private final Semaphore asked = new Semaphore(0);

  private final Semaphore allowed = new Semaphore(0);
  private volatile boolean broken;
  private final PostgresJobSignals signals = new PostgresJobSignals(Jdbi.create(this::connected));
  private final Connection listener = DatabaseConnections.open(DATABASE.settings());

  PostgresJobSignalsTest() throws SQLException {}

  @BeforeEach
  void listen() throws SQLException {
    try (Statement statement = listener.createStatement()) {
      statement.execute("LISTEN " + PostgresJobSignals.CHANNEL);
    }
    signals.start();
  }

  @AfterEach
  void stop() throws Exception {
    allowed.release(1_000);
    signals.close();
    listener.close();
  }

  private Connection connected() throws SQLException {
    asked.release();
    allowed.acquireUninterruptibly();
    if (broken) {
      throw new SQLException("the database is away", "08006");
    }
    return DatabaseConnections.open(DATABASE.settings());
  }

  private void awaitSending() throws InterruptedException {
    assertThat(asked.tryAcquire(1, TimeUnit.MINUTES)).as("something is sent").isTrue();
  }

  @Test
  void signalsThatComeWhileOneIsSentMeltIntoTheNext() throws Exception {
    signals.queued();
    awaitSending();
    for (int i = 0; i < 100; i++) {
      signals.queued();
    }

    allowed.release(1_000);
    signals.close();

    assertThat(messages()).containsExactly(PostgresJobSignals.QUEUED, PostgresJobSignals.QUEUED);
  }

  @Test
  void manyEndsAreSplitIntoMessagesThatPostgresqlTakes() throws Exception {
    List<JobId> ended = Stream.generate(() -> new JobId(UUID.randomUUID())).limit(999).toList();

    signals.ended(ended);
    allowed.release(1_000);
    signals.close();

    List<String> messages = messages();
    assertThat(messages).allSatisfy(text -> assertThat(text).hasSizeLessThan(LARGEST_PAYLOAD));
    assertThat(messages.stream().flatMap(text -> Stream.of(text.split(","))))
        .containsExactlyElementsOf(ended.stream().map(JobId::toString).toList());
  }

  @Test
  void aSignalThatCanNotBeSentIsLostAndTheNextIsSent() throws Exception {
    broken = true;
    signals.ended(List.of(new JobId(UUID.randomUUID())));
    awaitSending();
    allowed.release();
    signals.queued();
    awaitSending();

    broken = false;
    allowed.release();
    signals.close();

    assertThat(messages()).containsExactly(PostgresJobSignals.QUEUED);
  }

  @Test
  void nobodyWaitsForASignalToBeSent() throws Exception {
    for (int i = 0; i < 100; i++) {
      signals.queued();
      signals.ended(List.of(new JobId(UUID.randomUUID())));
    }

    assertThat(messages()).isEmpty();
  }

  /// What has come by now.
  private List<String> messages() throws SQLException {
    try (Statement statement = listener.createStatement()) {
      statement.execute("SELECT 1");
    }
    PGNotification[] came = listener.unwrap(PGConnection.class).getNotifications();
    return Stream.of(came == null ? new PGNotification[0] : came)
        .map(PGNotification::getParameter)
        .toList();
  }
}
