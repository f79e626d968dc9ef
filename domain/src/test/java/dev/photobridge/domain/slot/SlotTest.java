package dev.photobridge.domain.slot;

import static dev.photobridge.domain.testing.SlotFixtures.CREATED_AT;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.aSetup;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotTest {
  @Test
  void isFreeAtFirst() {
    Slot slot = Slot.free(FIRST, CREATED_AT);

    assertThat(slot.name()).isEmpty();
    assertThat(slot.setup()).isEmpty();
    assertThat(slot.rules()).isEqualTo(SlotRules.DEFAULT);
    assertThat(slot.version()).isZero();
    assertThat(slot.lastResetAt()).isEqualTo(CREATED_AT);
    assertThat(slot.updatedAt()).isEqualTo(CREATED_AT);
  }

  @Test
  void aChangeIsANewVersionOfTheSameSlot() {
    Instant later = CREATED_AT.plusSeconds(60);
    var rules = new SlotRules(new FailureReply.OriginalPhoto(), anEffect(), false, 2, null);

    Slot changed =
        aSlot().withoutSetup().withVersion(3).build().changed("Party", aSetup(), rules, later);

    assertThat(changed).isEqualTo(new Slot(FIRST, "Party", aSetup(), rules, CREATED_AT, later, 4));
    assertThat(changed.setup()).contains(aSetup());
  }

  @Test
  void hasNoRulesWhileItIsFree() {
    var rules = new SlotRules(new FailureReply.OriginalPhoto(), null, true, null, null);
    var ruled = aSlot().withoutSetup().withRules(rules);

    assertThatThrownBy(ruled::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("free");
    assertThat(aSlot().withRules(rules).build().rules()).isEqualTo(rules);
  }

  @Test
  void aNameHasABound() {
    assertThat(aSlot().withName("n".repeat(120)).build().name()).hasSize(120);
    var tooLong = aSlot().withName("n".repeat(121));
    assertThatThrownBy(tooLong::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("120");
  }
}
