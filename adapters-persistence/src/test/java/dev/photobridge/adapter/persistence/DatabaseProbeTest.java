package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseProbeTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void isContentWithADatabaseThatAnswers() {
    assertThat(new DatabaseProbe(DATABASE.settings()).problem()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithOneThatDoesNot() {
    var gone = new DatabaseSettings(DATABASE.settings().url() + "_gone", "postgres", "");

    var probe = new DatabaseProbe(gone);

    assertThat(probe.name()).isEqualTo("database");
    assertThat(probe.problem()).hasValueSatisfying(p -> assertThat(p).contains("does not exist"));
  }
}
