package dev.photobridge.domain.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.account.AccountName;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotIdTest {
  @Test
  void thereAreForty() {
    assertThat(SlotId.all())
        .hasSize(SlotId.COUNT)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> a.value().compareTo(b.value()));
    assertThat(SlotId.all().getFirst()).isEqualTo(new SlotId("slot-001"));
    assertThat(SlotId.all().getLast()).isEqualTo(new SlotId("slot-040"));
  }

  @Test
  void exactlyTheFortyAreRead() {
    IntStream.rangeClosed(0, 1100)
        .forEach(
            n ->
                assertThat(SlotId.parse("slot-%03d".formatted(n)).isPresent())
                    .as("slot %d", n)
                    .isEqualTo(n >= 1 && n <= 40));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "slot-1",
        "slot-01",
        "slot-0001",
        "SLOT-001",
        "slot001",
        "slot-001 ",
        "slot-00١",
        "slot--01",
        "slot-001/",
        "slot-1e1"
      })
  void nothingElseIsRead(String text) {
    assertThat(SlotId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new SlotId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 41, 100, 1000})
  void nothingElseIsNumbered(int number) {
    assertThatThrownBy(() -> SlotId.number(number)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addressesReadLikeLongLinks() {
    assertThat(new SlotAddress(new AccountName("igor"), SlotId.number(7)))
        .hasToString("igor/slot-007");
  }
}
