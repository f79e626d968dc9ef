package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PipelineTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final RowMapper<Integer> NUMBER = (row, _) -> row.getInt(1);
  private static final String ADD = "INSERT INTO pipelined VALUES (:added) RETURNING n";
  private static final String ALL = "SELECT n FROM pipelined WHERE n > :least ORDER BY n";

  @BeforeEach
  void makeTable() {
    DATABASE.jdbi().useHandle(handle -> handle.execute("CREATE TABLE pipelined (n integer)"));
  }

  @AfterEach
  void dropTable() {
    DATABASE.jdbi().useHandle(handle -> handle.execute("DROP TABLE pipelined"));
  }

  /// More often than the driver takes to prepare a statement at the server.
  @Test
  void eachStatementSeesWhatThoseBeforeItDid() {
    for (int i = 1; i <= 20; i++) {
      int added = i;
      List<Integer> there =
          DATABASE.jdbi().inTransaction(handle -> addedAndAll(handle, added, Pipeline.COMMIT));
      assertThat(there).hasSize(i).endsWith(i);
    }
  }

  @Test
  void theLastStatementCommits() {
    try (Handle handle = DATABASE.jdbi().open()) {
      handle.begin();
      assertThat(addedAndAll(handle, 1, Pipeline.COMMIT)).containsExactly(1);

      assertThat(stored()).containsExactly(1);

      handle.rollback();
    }
    assertThat(stored()).containsExactly(1);
  }

  @Test
  void withoutThatTheTransactionGoesOn() {
    try (Handle handle = DATABASE.jdbi().open()) {
      handle.begin();
      assertThat(addedAndAll(handle, 1, "SELECT 1")).containsExactly(1);

      assertThat(stored()).isEmpty();

      handle.commit();
    }
    assertThat(stored()).containsExactly(1);
  }

  @Test
  void aStatementThatFailsTakesTheOthersWithIt() {
    String failing = Pipeline.of(ADD, "SELECT n / (n - :added) FROM pipelined", Pipeline.COMMIT);

    assertThatThrownBy(
            () ->
                DATABASE
                    .jdbi()
                    .inTransaction(
                        handle ->
                            Pipeline.run(
                                handle.createQuery(failing).bind("added", 1),
                                results -> results.skip().next(NUMBER))))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("division by zero");

    assertThat(stored()).isEmpty();
  }

  private static List<Integer> addedAndAll(Handle handle, int added, String last) {
    return Pipeline.run(
        handle.createQuery(Pipeline.of(ADD, ALL, last)).bind("added", added).bind("least", 0),
        results -> {
          assertThat(results.next(NUMBER)).containsExactly(added);
          return results.next(NUMBER);
        });
  }

  private static List<Integer> stored() {
    return DATABASE
        .jdbi()
        .withHandle(handle -> handle.createQuery("SELECT n FROM pipelined").map(NUMBER).list());
  }
}
