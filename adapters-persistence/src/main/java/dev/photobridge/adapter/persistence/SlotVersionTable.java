package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotVersion;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/// The rows of table `slot_version`.
record SlotVersionTable(Jdbi jdbi) {
  private static final RowMapper<SlotVersionRow> ROWS = RecordRows.of(SlotVersionRow.class);

  /// Keeps the slot as it is stored, and locks it until the transaction ends.
  ///
  /// @param changed what it becomes
  /// @return false: somebody else changed it before
  static boolean keep(Handle transaction, Slot changed) {
    return transaction
            .createUpdate(
                "INSERT INTO slot_version ("
                    + SlotColumns.ALL
                    + ", replaced_at) SELECT "
                    + SlotColumns.ALL
                    + """
                    , :replacedAt FROM slot
                    WHERE account = :account AND id = :id AND version = :version
                    FOR UPDATE
                    """)
            .bind("replacedAt", changed.updatedAt())
            .bind("account", changed.address().account().value())
            .bind("id", changed.address().id().value())
            .bind("version", changed.version() - 1)
            .execute()
        == 1;
  }

  /// Forgets all but the newest ones of a slot.
  static void forgetOldest(Handle transaction, SlotAddress address) {
    transaction
        .createUpdate(
            """
            DELETE FROM slot_version
            WHERE account = :account AND id = :id AND version NOT IN (
                SELECT version FROM slot_version WHERE account = :account AND id = :id
                ORDER BY version DESC LIMIT :kept)
            """)
        .bind("account", address.account().value())
        .bind("id", address.id().value())
        .bind("kept", SlotVersion.KEPT)
        .execute();
  }

  List<SlotVersion> of(SlotAddress address) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + SlotColumns.ALL
                        + """
                        , replaced_at FROM slot_version WHERE account = :account AND id = :id
                        ORDER BY version DESC
                        """)
                .bind("account", address.account().value())
                .bind("id", address.id().value())
                .map(ROWS)
                .map(SlotVersionRow::toVersion)
                .list());
  }

  List<SlotVersion> of(AccountName account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + SlotColumns.ALL
                        + """
                        , replaced_at FROM slot_version WHERE account = :account
                        ORDER BY id, version DESC
                        """)
                .bind("account", account.value())
                .map(ROWS)
                .map(SlotVersionRow::toVersion)
                .list());
  }
}
