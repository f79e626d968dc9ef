package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.StorageUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleCallbackDecorator;

/// Tells failures of a database that can't be reached now from all others, for whatever is done
/// with a handle.
final class DatabaseOutage implements HandleCallbackDecorator {
  private static final String NO_CONNECTION_LEFT = "53300";

  @Override
  public <R, X extends Exception> HandleCallback<R, X> decorate(HandleCallback<R, X> callback) {
    return handle -> {
      try {
        return callback.withHandle(handle);
      } catch (StorageUnavailableException e) {
        // from a callback within a callback
        throw e;
      } catch (RuntimeException e) {
        throw cause(e).<RuntimeException>map(DatabaseOutage::failure).orElse(e);
      }
    };
  }

  /// The same as a failure of the port.
  static StorageUnavailableException failure(SQLException cause) {
    return new StorageUnavailableException(
        "the database can't be reached: " + cause.getMessage(), cause);
  }

  /// What the driver or the pool said, where the database can't be reached: the connection is
  /// refused or lost (class 08), the server stops, starts or has no connection left.
  static Optional<SQLException> cause(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && isOutage(e)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /// The codes are those of PostgreSQL's manual, appendix A.
  private static boolean isOutage(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.equals(NO_CONNECTION_LEFT);
  }
}
