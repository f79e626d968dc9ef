package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.RuntimeSettings;
import dev.photobridge.domain.provider.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings in table `setting`, read anew each time, so that a change holds for the next photo on
/// every node. Safe for use by many threads.
public final class JdbiRuntimeSettings implements RuntimeSettings {
  /// The row of `T_sync_response`, in whole seconds.
  static final String SYNC_TIMEOUT = "t_sync_response_sec";

  /// The row of the cap of all slots together: US dollars, or [#NO_CAP].
  static final String DAILY_COST_CAP = "cost_cap_per_day_usd";

  private static final String NO_CAP = "none";
  private static final Pattern DOLLARS = Pattern.compile("[0-9]{1,7}([.][0-9]{1,6})?");
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Logger LOG = LoggerFactory.getLogger(JdbiRuntimeSettings.class);

  private final Jdbi jdbi;
  private final Duration configuredSyncTimeout;
  private final Optional<Cost> configuredDailyCostCap;

  /// @param configuredSyncTimeout holds as long as no operator changed it
  /// @param configuredDailyCostCap holds as long as no operator changed it
  public JdbiRuntimeSettings(
      Jdbi jdbi, Duration configuredSyncTimeout, Optional<Cost> configuredDailyCostCap) {
    this.jdbi = jdbi;
    this.configuredSyncTimeout = configuredSyncTimeout;
    this.configuredDailyCostCap = configuredDailyCostCap;
  }

  @Override
  public Duration syncTimeout() {
    return value(SYNC_TIMEOUT).flatMap(JdbiRuntimeSettings::seconds).orElse(configuredSyncTimeout);
  }

  @Override
  public Optional<Cost> dailyCostCap() {
    return dailyCostCap(value(DAILY_COST_CAP).orElse(null));
  }

  /// @param stored of the row [#DAILY_COST_CAP]; null where there is none
  Optional<Cost> dailyCostCap(@Nullable String stored) {
    return stored == null ? configuredDailyCostCap : cap(stored);
  }

  @Override
  public void changeSyncTimeout(Duration timeout, Instant now) {
    store(SYNC_TIMEOUT, Long.toString(timeout.toSeconds()), now);
  }

  @Override
  public void changeDailyCostCap(@Nullable Cost cap, Instant now) {
    store(DAILY_COST_CAP, cap == null ? NO_CAP : cap.dollars().toPlainString(), now);
  }

  private void store(String name, String value, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO setting (name, value, updated_at) VALUES (:name, :value, :now)
                    ON CONFLICT (name) DO UPDATE
                    SET value = excluded.value, updated_at = excluded.updated_at
                    """)
                .bind("name", name)
                .bind("value", value)
                .bind("now", now)
                .execute());
  }

  private Optional<String> value(String name) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT value FROM setting WHERE name = :name
                    """)
                .bind("name", name)
                .map((row, _) -> row.getString("value"))
                .findOne());
  }

  private static Optional<Duration> seconds(String value) {
    if (!SECONDS.matcher(value).matches()) {
      LOG.warn("setting {} is not a number of seconds: {}; ignored", SYNC_TIMEOUT, value);
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(Integer.parseInt(value)));
  }

  /// A row that somebody spoilt by hand must not lift the bound.
  private Optional<Cost> cap(String value) {
    if (value.equals(NO_CAP)) {
      return Optional.empty();
    }
    if (!DOLLARS.matcher(value).matches()) {
      LOG.warn("setting {} is not an amount of dollars: {}; ignored", DAILY_COST_CAP, value);
      return configuredDailyCostCap;
    }
    return Optional.of(Cost.ofDollars(new BigDecimal(value)));
  }
}
