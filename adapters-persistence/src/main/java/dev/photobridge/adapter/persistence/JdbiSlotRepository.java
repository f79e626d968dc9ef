package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotVersion;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The slots in table `slot`, what they were before in table `slot_version`. Safe for use by many
/// threads.
public final class JdbiSlotRepository implements SlotRepository {
  private static final RowMapper<SlotRow> ROWS = RecordRows.of(SlotRow.class);

  private final Jdbi jdbi;
  private final SlotVersionTable versions;

  /// Wired by the application.
  public JdbiSlotRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.versions = new SlotVersionTable(jdbi);
  }

  @Override
  public Optional<Slot> find(SlotAddress address) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + SlotColumns.ALL
                        + """
                        FROM slot WHERE account = :account AND id = :id
                        """)
                .bind("account", address.account().value())
                .bind("id", address.id().value())
                .map(ROWS)
                .findOne()
                .map(SlotRow::toSlot));
  }

  @Override
  public List<Slot> list(AccountName account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + SlotColumns.ALL
                        + """
                        FROM slot WHERE account = :account
                        ORDER BY id
                        """)
                .bind("account", account.value())
                .map(ROWS)
                .map(SlotRow::toSlot)
                .list());
  }

  @Override
  public void insertMissing(List<Slot> slots) {
    if (slots.isEmpty()) {
      return;
    }
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  INSERT INTO slot (account, id, name, provider_id, operation_id, settings_json,
                                    failure_reply, effect_operation_id, effect_settings_json,
                                    fallback_provider_id, fallback_operation_id,
                                    fallback_settings_json, join_duplicates, max_parallel_jobs,
                                    cost_cap_per_day, cost_cap_total, cost_cap_reply,
                                    cost_cap_effect_operation_id, cost_cap_effect_settings_json,
                                    last_reset_at, updated_at, version)
                  VALUES (:account, :id, :name, :providerId, :operationId,
                          CAST(:settingsJson AS jsonb),
                          :rules.failureReply, :rules.effectOperationId,
                          CAST(:rules.effectSettingsJson AS jsonb),
                          :rules.fallbackProviderId, :rules.fallbackOperationId,
                          CAST(:rules.fallbackSettingsJson AS jsonb),
                          :rules.joinDuplicates, :rules.maxParallelJobs,
                          :rules.costCap.perDay, :rules.costCap.total, :rules.costCap.reply,
                          :rules.costCap.effectOperationId,
                          CAST(:rules.costCap.effectSettingsJson AS jsonb),
                          :lastResetAt, :updatedAt, :version)
                  ON CONFLICT (account, id) DO NOTHING
                  """);
          slots.forEach(slot -> batch.bindMethods(SlotRow.of(slot)).add());
          batch.execute();
        });
  }

  @Override
  public List<SlotVersion> versions(SlotAddress address) {
    return versions.of(address);
  }

  @Override
  public List<SlotVersion> versions(AccountName account) {
    return versions.of(account);
  }

  @Override
  public boolean replace(Slot changed) {
    return jdbi.inTransaction(
        transaction -> {
          if (!SlotVersionTable.keep(transaction, changed)) {
            return false;
          }
          update(transaction, changed);
          SlotVersionTable.forgetOldest(transaction, changed.address());
          return true;
        });
  }

  private static void update(Handle transaction, Slot changed) {
    transaction
        .createUpdate(
            """
            UPDATE slot
            SET name = :name, provider_id = :providerId, operation_id = :operationId,
                settings_json = CAST(:settingsJson AS jsonb),
                failure_reply = :rules.failureReply,
                effect_operation_id = :rules.effectOperationId,
                effect_settings_json = CAST(:rules.effectSettingsJson AS jsonb),
                fallback_provider_id = :rules.fallbackProviderId,
                fallback_operation_id = :rules.fallbackOperationId,
                fallback_settings_json = CAST(:rules.fallbackSettingsJson AS jsonb),
                join_duplicates = :rules.joinDuplicates,
                max_parallel_jobs = :rules.maxParallelJobs,
                cost_cap_per_day = :rules.costCap.perDay,
                cost_cap_total = :rules.costCap.total,
                cost_cap_reply = :rules.costCap.reply,
                cost_cap_effect_operation_id = :rules.costCap.effectOperationId,
                cost_cap_effect_settings_json =
                  CAST(:rules.costCap.effectSettingsJson AS jsonb),
                updated_at = :updatedAt, version = :version
            WHERE account = :account AND id = :id
            """)
        .bindMethods(SlotRow.of(changed))
        .execute();
  }
}
