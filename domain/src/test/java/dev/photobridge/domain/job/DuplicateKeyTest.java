package dev.photobridge.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.testing.SlotFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuplicateKeyTest {
  @Test
  void theGuestsWordsCountAndWhatTheBoothSaysAboutTheMomentDoesNot() {
    Map<String, String> fields =
        Map.of("time", "1758217512", "id", "1", "hash", "x", "wish", "a pirate", "age", "7");

    assertThat(DuplicateKey.wordsOf(SlotFixtures.FIRST, 4, fields))
        .containsExactly("serg", "slot-001", "4", "age", "7", "wish", "a pirate");
  }

  @Test
  void isADigest() {
    assertThat(new DuplicateKey("0f".repeat(32)).value()).hasSize(64);
    assertThatThrownBy(() -> new DuplicateKey("x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DuplicateKey("0F".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
