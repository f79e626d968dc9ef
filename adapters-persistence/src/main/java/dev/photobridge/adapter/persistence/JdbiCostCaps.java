package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.CostCaps;
import dev.photobridge.domain.slot.CostCap;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// The caps in tables `slot` and `setting`, in one round trip since they are asked for before every
/// call. Safe for use by many threads.
public final class JdbiCostCaps implements CostCaps {
  private static final RowMapper<CapsRow> ROWS = RecordRows.of(CapsRow.class);

  private final Jdbi jdbi;
  private final JdbiRuntimeSettings settings;

  /// @param settings knows what holds as long as no operator said otherwise
  public JdbiCostCaps(Jdbi jdbi, JdbiRuntimeSettings settings) {
    this.jdbi = jdbi;
    this.settings = settings;
  }

  /// What is read of both tables.
  ///
  /// @param dailyCostCap null: no operator has changed it
  public record CapsRow(
      @Nested("cost_cap_") CostCapRow costCap,
      @Nullable Instant lastResetAt,
      @Nullable String dailyCostCap) {
    private Optional<SlotCap> slotCap() {
      CostCap cap = costCap.toCap();
      return cap == null || lastResetAt == null
          ? Optional.empty()
          : Optional.of(new SlotCap(cap, lastResetAt));
    }
  }

  @Override
  public Caps of(SlotAddress slot) {
    CapsRow row =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT COST_CAP, last_reset_at, setting.value AS daily_cost_cap
                        FROM (SELECT) AS always
                        LEFT JOIN slot ON account = :account AND id = :id
                        LEFT JOIN setting ON setting.name = :dailyCostCap
                        """
                            .replace("COST_CAP", SlotColumns.COST_CAP))
                    .bind("account", slot.account().value())
                    .bind("id", slot.id().value())
                    .bind("dailyCostCap", JdbiRuntimeSettings.DAILY_COST_CAP)
                    .map(ROWS)
                    .one());
    return new Caps(row.slotCap(), settings.dailyCostCap(row.dailyCostCap()));
  }
}
