package dev.photobridge.adapter.persistence;

import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.StorageUnavailableException;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseOutageTest {
  private static final String END_ME = "SELECT pg_terminate_backend(pg_backend_pid())";

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void aConnectionThatTheServerEndsIsAnOutageInAStatement() {
    assertThatThrownBy(() -> DATABASE.jdbi().useHandle(handle -> handle.execute(END_ME)))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessageStartingWith("the database can't be reached: ");
  }

  @Test
  void andInATransactionAndWithinAnotherHandle() {
    assertThatThrownBy(() -> DATABASE.jdbi().useTransaction(handle -> handle.execute(END_ME)))
        .isInstanceOf(StorageUnavailableException.class);
    assertThatThrownBy(
            () ->
                DATABASE
                    .jdbi()
                    .useHandle(_ -> DATABASE.jdbi().useHandle(inner -> inner.execute(END_ME))))
        .isInstanceOf(StorageUnavailableException.class);
  }

  @Test
  void andTheNextUserGetsAConnectionThatWorks() {
    for (int i = 0; i < 15; i++) {
      assertThatThrownBy(() -> DATABASE.jdbi().useHandle(handle -> handle.execute(END_ME)))
          .isInstanceOf(StorageUnavailableException.class);
      assertThat(DATABASE.jdbi().withHandle(DatabaseOutageTest::one)).isEqualTo(1);
    }
  }

  @Test
  void aFailureOfAStatementStaysWhatItIs() {
    assertThatThrownBy(() -> DATABASE.jdbi().useHandle(handle -> handle.execute("SELECT nothing")))
        .isInstanceOf(UnableToExecuteStatementException.class);
    assertThat(new JdbiAccountRepository(DATABASE.jdbi(), InstantSource.system()).find(SERG))
        .isEmpty();
  }

  private static int one(Handle handle) {
    return handle.createQuery("SELECT 1").mapTo(Integer.class).one();
  }
}
