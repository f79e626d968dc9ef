package dev.photobridge.adapter.persistence;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbiRuntimeSettingsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JdbiRuntimeSettings settings =
      new JdbiRuntimeSettings(DATABASE.jdbi(), Duration.ofSeconds(50), Optional.empty());

  @Test
  void isAsConfiguredUntilAnOperatorChangesIt() {
    assertThat(settings.syncTimeout()).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void isWhatTheOperatorSetAtOnce() {
    store("30");
    assertThat(settings.syncTimeout()).isEqualTo(Duration.ofSeconds(30));
    store("45");
    assertThat(settings.syncTimeout()).isEqualTo(Duration.ofSeconds(45));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "soon", "99999999999"})
  void ignoresWhatIsNoNumberOfSeconds(String value) {
    store(value);
    assertThat(settings.syncTimeout()).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void whatAnOperatorChangesHoldsOnEveryNode() {
    var otherNode =
        new JdbiRuntimeSettings(DATABASE.jdbi(), Duration.ofSeconds(50), Optional.empty());

    settings.changeSyncTimeout(Duration.ofMinutes(10), NOON);
    settings.changeDailyCostCap(new Cost(25_500_000), NOON);

    assertThat(otherNode.syncTimeout()).isEqualTo(Duration.ofMinutes(10));
    assertThat(otherNode.dailyCostCap()).contains(new Cost(25_500_000));
    settings.changeSyncTimeout(Duration.ofSeconds(10), NOON);
    settings.changeDailyCostCap(Cost.ZERO, NOON);
    assertThat(otherNode.syncTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(otherNode.dailyCostCap()).contains(Cost.ZERO);
  }

  @Test
  void theConfiguredCapIsOnlyTheFirstOne() {
    var configured = Optional.of(new Cost(5_000_000));
    var capped = new JdbiRuntimeSettings(DATABASE.jdbi(), Duration.ofSeconds(50), configured);
    assertThat(capped.dailyCostCap()).isEqualTo(configured);

    capped.changeDailyCostCap(null, NOON);

    assertThat(capped.dailyCostCap()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "much", "1e9", "NONE"})
  void aSpoiltCapDoesNotLiftTheConfiguredOne(String value) {
    var configured = Optional.of(new Cost(5_000_000));
    var capped = new JdbiRuntimeSettings(DATABASE.jdbi(), Duration.ofSeconds(50), configured);

    store("cost_cap_per_day_usd", value);

    assertThat(capped.dailyCostCap()).isEqualTo(configured);
  }

  private static void store(String value) {
    store("t_sync_response_sec", value);
  }

  private static void store(String name, String value) {
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO setting (name, value, updated_at)
                    VALUES (?, ?, '2026-11-22T12:00:00Z')
                    ON CONFLICT (name) DO UPDATE SET value = excluded.value
                    """,
                    name,
                    value));
  }
}
