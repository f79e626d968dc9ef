package dev.photobridge.domain.slot;

import static dev.photobridge.domain.testing.SlotFixtures.aSetup;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.provider.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotRulesTest {
  @Test
  void sayNothingSpecialUnlessAsked() {
    assertThat(SlotRules.DEFAULT.failureReply()).isEqualTo(new FailureReply.ErrorStatus());
    assertThat(SlotRules.DEFAULT.fallbackSetup()).isEmpty();
    assertThat(SlotRules.DEFAULT.localEffect()).isEmpty();
    assertThat(SlotRules.DEFAULT.joinDuplicates()).isTrue();
    assertThat(SlotRules.DEFAULT.parallelLimit()).isEmpty();
    assertThat(SlotRules.DEFAULT.setups()).isEmpty();
  }

  @Test
  void handOutWhatTheyName() {
    var rules = new SlotRules(new FailureReply.LocalEffect(anEffect()), aSetup(), false, 4, null);

    assertThat(rules.fallbackSetup()).contains(aSetup());
    assertThat(rules.localEffect()).contains(anEffect());
    assertThat(rules.parallelLimit()).hasValue(4);
    assertThat(rules.setups()).containsExactly(aSetup(), anEffect());
  }

  @Test
  void theCostCapHasAReplyOfItsOwn() {
    var original = new FailureReply.OriginalPhoto();
    var cap = new CostCap(Cost.ZERO, null, new FailureReply.LocalEffect(anEffect()));

    var capped = new SlotRules(original, null, true, null, cap);
    assertThat(capped.replyBeyondCap()).isEqualTo(cap.reply());
    assertThat(capped.capEffect()).contains(anEffect());
    assertThat(capped.setups()).containsExactly(anEffect());
    var uncapped = new SlotRules(original, null, true, null, null);
    assertThat(uncapped.replyBeyondCap()).isEqualTo(original);
    assertThat(uncapped.capEffect()).isEmpty();
  }

  @Test
  void theOriginalPhotoIsNoEffect() {
    var rules = new SlotRules(new FailureReply.OriginalPhoto(), null, true, null, null);

    assertThat(rules.localEffect()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101})
  void refuseABoundThatIsNone(int jobs) {
    assertThatThrownBy(() -> new SlotRules(new FailureReply.ErrorStatus(), null, true, jobs, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 100");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void takeEveryBoundBetween(int jobs) {
    assertThat(
            new SlotRules(new FailureReply.ErrorStatus(), null, true, jobs, null).parallelLimit())
        .hasValue(jobs);
  }

  @Test
  void onlyTheLocalProviderMakesEffects() {
    assertThatThrownBy(() -> new FailureReply.LocalEffect(aSetup()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gemini");
  }
}
