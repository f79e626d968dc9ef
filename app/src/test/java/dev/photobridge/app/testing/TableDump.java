package dev.photobridge.app.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Everything that a database holds, as text.
public final class TableDump {
  private TableDump() {}

  /// Every row of every table, bytes in hexadecimal digits.
  public static String of(String url) throws SQLException {
    var dump = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      for (String table :
          texts(statement, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
        dump.append(table).append('\n');
        texts(statement, "SELECT t::text FROM \"" + table + "\" AS t")
            .forEach(row -> dump.append(row).append('\n'));
      }
    }
    return dump.toString();
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
