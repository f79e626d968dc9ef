package dev.photobridge.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Statistics.
final class StatisticsCalls {
  private static final String SLOT = "/api/slots/" + Stage.LOCAL;

  private StatisticsCalls() {}

  static void make(Stage stage) {
    Caller operator = stage.operator();
    stage.endedJob();
    operator.get(200, "/api/stats/" + Stage.LOCAL + "?group_by=hour");
    operator.get(400, "/api/stats/" + Stage.LOCAL + "?from=2026-01-01&to=2026-12-31");
    operator.get(404, "/api/stats/slot-099");
    operator.get(200, "/api/stats/global?group_by=day&sort_by=cost&sort_order=asc");
    operator.get(400, "/api/stats/global?page_size=51");
    operator.get(200, "/api/stats/slots");
    operator.get(200, "/api/stats/export?group_by=hour");
    operator.get(400, "/api/stats/export?from=yesterday");
    resets(stage, operator);
  }

  private static void resets(Stage stage, Caller operator) {
    operator.post(204, SLOT + "/reset_stats", "{}");
    operator.post(204, SLOT + "/reset_stats");
    operator.post(400, "/api/slots/slot%00/reset_stats");
    operator.post(404, "/api/slots/slot-099/reset_stats");
    try (Connection another = stage.connection();
        Statement reset = another.createStatement()) {
      another.setAutoCommit(false);
      reset.execute(
          "SELECT pg_advisory_xact_lock(hashtextextended('photobridge statistics_reset serg/"
              + Stage.LOCAL
              + "', 0))");
      operator.post(409, SLOT + "/reset_stats");
      another.rollback();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
