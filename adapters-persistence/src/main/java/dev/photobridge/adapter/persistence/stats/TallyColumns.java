package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.domain.stats.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The columns that hold a [Tally].
final class TallyColumns {
  private static final int MICRO = 6;

  private TallyColumns() {}

  static Tally read(ResultSet row) throws SQLException {
    return new Tally(
        row.getLong("success"),
        row.getLong("errors"),
        row.getLong("timeouts"),
        row.getLong("runs"),
        row.getLong("response_millis"),
        row.getBigDecimal("cost").movePointRight(MICRO).longValueExact(),
        StoredResponseTimes.read(row.getBytes("response_times")));
  }
}
