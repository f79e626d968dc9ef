package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.RuntimeSettings;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings in table `setting`, read anew each time, so that a change holds for the next photo on
/// every node. Safe for use by many threads.
public final class JdbiRuntimeSettings implements RuntimeSettings {
  /// The row of `T_sync_response`, in whole seconds.
  static final String SYNC_TIMEOUT = "t_sync_response_sec";

  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Logger LOG = LoggerFactory.getLogger(JdbiRuntimeSettings.class);

  private final Jdbi jdbi;
  private final Duration configuredSyncTimeout;
  private final Optional<Cost> configuredDailyCostCap;

  /// @param configuredSyncTimeout holds as long as no operator changed it
  /// @param configuredDailyCostCap what all providers together may cost a day
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
    return configuredDailyCostCap;
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
                .mapTo(String.class)
                .findOne());
  }

  private static Optional<Duration> seconds(String value) {
    if (!SECONDS.matcher(value).matches()) {
      LOG.warn("setting {} is not a number of seconds: {}; ignored", SYNC_TIMEOUT, value);
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(Integer.parseInt(value)));
  }
}
