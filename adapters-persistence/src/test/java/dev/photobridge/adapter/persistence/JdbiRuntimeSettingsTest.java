package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static void store(String value) {
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO setting (name, value, updated_at)
                    VALUES ('t_sync_response_sec', ?, '2026-11-22T12:00:00Z')
                    ON CONFLICT (name) DO UPDATE SET value = excluded.value
                    """,
                    value));
  }
}
