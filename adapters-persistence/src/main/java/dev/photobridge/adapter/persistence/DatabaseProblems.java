package dev.photobridge.adapter.persistence;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// Says in words why a database can't be used. Never quotes a password.
final class DatabaseProblems {
  private DatabaseProblems() {}

  static String of(SQLException cause, DatabaseSettings settings) {
    String where = "the database at " + settings.displayUrl();
    if (!settings.url().startsWith(DatabaseSettings.URL_PREFIX)) {
      return "DATABASE_URL must look like jdbc:postgresql://host:5432/database, not "
          + settings.displayUrl();
    }
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    return switch (state) {
      case "28P01", "28000" ->
          where
              + " refuses the user or the password; check DATABASE_USER and DATABASE_PASSWORD"
              + quoted(cause);
      case "3D000" -> where + " does not exist on that server; create it first";
      case "53300" -> where + " has no free connection; raise its max_connections";
      case "57P03" -> where + " is starting or stopping; try again in a moment";
      case "08001", "08004", "08006" ->
          where
              + " can't be reached; check that it runs, the address and the firewall"
              + quoted(cause);
      default -> where + " does not work" + quoted(cause);
    };
  }

  static String of(FlywayException cause, DatabaseSettings settings) {
    String where = "the tables of the database at " + settings.displayUrl();
    if (cause instanceof FlywayValidateException) {
      return where
          + " are not those of this version: they were made by a newer version, or a migration was"
          + " changed after it had been applied; start the version that made them, or restore a"
          + " backup"
          + quoted(cause);
    }
    return where + " can't be brought up to date" + quoted(cause);
  }

  private static String quoted(Exception cause) {
    return Optional.ofNullable(cause.getMessage())
        .flatMap(message -> message.strip().lines().findFirst())
        .map(line -> " (" + line + ")")
        .orElse("");
  }
}
