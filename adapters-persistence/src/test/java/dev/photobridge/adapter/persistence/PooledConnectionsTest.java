package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.StorageUnavailableException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PooledConnectionsTest {
  private final ScriptedPool pool = new ScriptedPool();
  private final AtomicLong nanoTime = new AtomicLong();
  private final PooledConnections connections =
      new PooledConnections(pool, 2, Duration.ofMillis(1), nanoTime::get);

  @Test
  void whileTheDatabaseIsKnownToBeAwayThePoolIsNotEvenAsked() {
    pool.failure = new SQLException("refused", "08001");
    assertAway();
    assertAway();
    assertThat(pool.asked).hasValue(1);

    nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
    assertAway();

    assertThat(pool.asked).hasValue(2);
  }

  @Test
  void onceItIsBackEverybodyIsServed() throws SQLException {
    pool.failure = new SQLException("refused", "08001");
    assertAway();
    pool.failure = null;
    nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());

    for (int i = 0; i < 5; i++) {
      connections.closeConnection(connections.openConnection());
    }

    assertThat(pool.asked).hasValue(6);
  }

  @Test
  void whoFindsNoPlaceForTooLongIsToldSoWithoutAWordAboutAnOutage() throws SQLException {
    Connection first = connections.openConnection();
    Connection second = connections.openConnection();

    assertThatThrownBy(connections::openConnection)
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessageContaining("all connections are in use");

    connections.closeConnection(first);
    connections.closeConnection(connections.openConnection());
    connections.closeConnection(second);
  }

  @Test
  void aFailureThatIsNoOutageStaysWhatItIs() {
    pool.failure = new SQLException("wrong password", "28P01");

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(connections::openConnection).isSameAs(pool.failure);
    }
  }

  @Test
  void aConnectionThatBrokeIsGivenBackWithoutAWordAndItsPlaceIsFree() throws SQLException {
    for (int i = 0; i < 5; i++) {
      Connection connection = connections.openConnection();
      pool.closingFails.set(true);
      connections.closeConnection(connection);
    }
  }

  @Test
  void anInterruptedThreadStillWritesItsLastWord() throws SQLException {
    Thread.currentThread().interrupt();

    connections.closeConnection(connections.openConnection());

    assertThat(Thread.interrupted()).isTrue();
  }

  private void assertAway() {
    assertThatThrownBy(connections::openConnection)
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage("the database can't be reached: refused");
  }

  private static final class ScriptedPool implements DataSource {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean closingFails = new AtomicBoolean();
    private @Nullable SQLException failure;

    @Override
    public Connection getConnection() throws SQLException {
      asked.incrementAndGet();
      if (failure != null) {
        throw failure;
      }
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, _) -> {
                if (method.getName().equals("close") && closingFails.get()) {
                  throw new SQLException("broken", "08006");
                }
                return null;
              });
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("nothing to unwrap");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
