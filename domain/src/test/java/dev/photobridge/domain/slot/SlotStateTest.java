package dev.photobridge.domain.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotStateTest {
  /// The ends are written newest first: + in time, l late, - failed.
  @ParameterizedTest(name = "working {0}, latest {1}: {2}")
  @CsvSource({
    "false, '', READY",
    "true, '', RUNNING",
    "false, +, READY",
    "true, +, RUNNING",
    "false, -, FAILING",
    "true, -, FAILING",
    "false, l, FAILING",
    "false, --, FAILING",
    "false, l-, FAILING",
    "false, +-, READY",
    "false, -+, READY",
    "true, -+, RUNNING",
    "false, --+++, FAILING",
    "false, +--++, READY",
    "false, +---+, FAILING",
    "false, +-l-+, FAILING",
    "false, -+-+-, FAILING",
    "false, +---, FAILING",
    "false, +--, READY",
    "false, -+++-----, READY",
  })
  void aConfiguredSlotIs(boolean working, String latest, SlotState expected) {
    assertThat(SlotState.of(true, working, ends(latest))).isEqualTo(expected);
  }

  @Test
  void aSlotThatNobodyHasSetUpIsFreeWhateverCameToItBefore() {
    assertThat(SlotState.of(false, true, ends("--"))).isEqualTo(SlotState.FREE);
  }

  private static List<PhotoEnd> ends(String signs) {
    return Arrays.stream(signs.split(""))
        .filter(sign -> !sign.isEmpty())
        .map(SlotStateTest::end)
        .toList();
  }

  private static PhotoEnd end(String sign) {
    return switch (sign) {
      case "+" -> PhotoEnd.IN_TIME;
      case "l" -> PhotoEnd.LATE;
      default -> PhotoEnd.FAILED;
    };
  }
}
