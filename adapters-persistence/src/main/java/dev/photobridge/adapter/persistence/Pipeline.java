package dev.photobridge.adapter.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Several statements that go to the server in one piece, as each round trip takes longer than most
/// statements do. They run one after the other within the handle's transaction; the first that
/// fails ends it, and none after it is run.
public final class Pipeline {
  /// As the last statement it commits in the same round trip. What the handle does at the end of
  /// its transaction is then nothing.
  public static final String COMMIT = "COMMIT";

  private Pipeline() {}

  /// One text of several statements, each with parameters of its own names or of the same value.
  public static String of(String... statements) {
    return String.join(";\n", statements);
  }

  /// Runs a pipeline.
  ///
  /// @param reading reads what came of the statements, in their order; of the last ones it need not
  public static <R> R run(Query pipeline, Reading<R> reading) {
    return pipeline.execute(
        (executed, context) -> {
          try (context) {
            return reading.read(new Results(executed.get(), context));
          }
        });
  }

  /// Reads results.
  ///
  /// @param <R> what they are read as
  @FunctionalInterface
  public interface Reading<R> {
    /// Reads from the first statement's on.
    R read(Results results) throws SQLException;
  }

  /// What came of each statement.
  public static final class Results {
    private final PreparedStatement executed;
    private final StatementContext context;
    private boolean first = true;

    private Results(PreparedStatement executed, StatementContext context) {
      this.executed = executed;
      this.context = context;
    }

    /// Leaves out the next statement.
    public Results skip() throws SQLException {
      if (!first) {
        var _ = executed.getMoreResults();
      }
      first = false;
      return this;
    }

    /// The rows of the next statement.
    public <T> List<T> next(RowMapper<T> mapper) throws SQLException {
      skip();
      var mapped = new ArrayList<T>();
      try (ResultSet rows = executed.getResultSet()) {
        while (rows.next()) {
          mapped.add(mapper.map(rows, context));
        }
      }
      return mapped;
    }
  }
}
