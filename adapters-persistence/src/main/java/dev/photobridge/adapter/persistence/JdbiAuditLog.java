package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.AuditLog;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The entries in table `audit_entry`. Safe for use by many threads.
public final class JdbiAuditLog implements AuditLog {
  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiAuditLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void record(AuditEntry entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO audit_entry (at, account, action, subject)
                    VALUES (:at, :account, :action, :subject)
                    """)
                .bind("at", entry.at())
                .bind("account", entry.account().value())
                .bind("action", entry.action().name())
                .bind("subject", entry.subject())
                .execute());
  }

  @Override
  public Page<AuditEntry> list(int page, int pageSize) {
    return jdbi.withHandle(
        handle -> new Page<>(entries(handle, page, pageSize), page, pageSize, total(handle)));
  }

  private static List<AuditEntry> entries(Handle handle, int page, int pageSize) {
    return handle
        .createQuery(
            """
            SELECT at, account, action, subject FROM audit_entry
            ORDER BY at DESC, id DESC
            LIMIT :size OFFSET :before
            """)
        .bind("size", pageSize)
        .bind("before", (page - 1L) * pageSize)
        .map((row, _) -> entry(row))
        .list();
  }

  private static long total(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM audit_entry").mapTo(Long.class).one();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new AccountName(row.getString("account")),
        AuditedAction.valueOf(row.getString("action")),
        row.getString("subject"));
  }
}
