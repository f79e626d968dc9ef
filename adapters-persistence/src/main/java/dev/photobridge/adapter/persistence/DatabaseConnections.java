package dev.photobridge.adapter.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Opens single connections with the driver settings that the pool uses, too.
public final class DatabaseConnections {
  private static final String NAME = "ApplicationName";
  private static final int TO_SIGN_IN_SEC = 2;
  private static final int FOR_ONE_ANSWER_SEC = 30;

  private DatabaseConnections() {}

  /// A connection of its own; fails within two seconds.
  public static Connection open(DatabaseSettings settings) throws SQLException {
    return DriverManager.getConnection(settings.url(), properties(settings));
  }

  /// As [#open(DatabaseSettings)], under a name by which operators tell it from the pool's
  /// (`pg_stat_activity.application_name`).
  public static Connection open(DatabaseSettings settings, String name) throws SQLException {
    Properties properties = properties(settings);
    properties.setProperty(NAME, name);
    return DriverManager.getConnection(settings.url(), properties);
  }

  /// As [#open(DatabaseSettings)], and neither signing in nor any answer takes longer than this.
  static Connection open(DatabaseSettings settings, int longestAnswerSec) throws SQLException {
    return DriverManager.getConnection(
        settings.url(), properties(settings, longestAnswerSec, longestAnswerSec));
  }

  static Properties properties(DatabaseSettings settings) {
    return properties(settings, TO_SIGN_IN_SEC, FOR_ONE_ANSWER_SEC);
  }

  /// As [#properties(DatabaseSettings)], for what may take as long as it takes: a migration that
  /// reads all rows.
  static Properties patient(DatabaseSettings settings) {
    return properties(settings, TO_SIGN_IN_SEC, 0);
  }

  private static Properties properties(
      DatabaseSettings settings, int toSignInSec, int forOneAnswerSec) {
    var properties = new Properties();
    if (!settings.user().isBlank()) {
      properties.setProperty("user", settings.user());
    }
    if (!settings.password().isBlank()) {
      properties.setProperty("password", settings.password());
    }
    properties.setProperty(NAME, "photobridge");
    properties.setProperty("connectTimeout", "1");
    properties.setProperty("loginTimeout", Integer.toString(toSignInSec));
    properties.setProperty("socketTimeout", Integer.toString(forOneAnswerSec));
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }
}
