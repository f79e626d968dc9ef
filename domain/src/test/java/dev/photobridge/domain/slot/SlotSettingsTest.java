package dev.photobridge.domain.slot;

import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.media.MediaType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlotSettingsTest {
  private static SlotSettings settings(String name, @Nullable Object value) {
    var values = new HashMap<String, @Nullable Object>();
    values.put(name, value);
    return new SlotSettings(values);
  }

  static List<Arguments> wholeNumbers() {
    return List.of(
        Arguments.of(5, 5),
        Arguments.of(-5L, -5),
        Arguments.of(5.0, 5),
        Arguments.of(new BigDecimal("1e3"), 1000),
        Arguments.of(BigInteger.TEN, 10),
        Arguments.of(Integer.MAX_VALUE, Integer.MAX_VALUE),
        Arguments.of((long) Integer.MIN_VALUE, Integer.MIN_VALUE));
  }

  static List<Object> noWholeNumbers() {
    return List.of(
        "5",
        true,
        5.5,
        new BigDecimal("0.1"),
        Integer.MAX_VALUE + 1L,
        Integer.MIN_VALUE - 1L,
        new BigDecimal("1e300"),
        List.of(5),
        Map.of("a", 5));
  }

  @ParameterizedTest
  @MethodSource("wholeNumbers")
  void readsWholeNumbersHoweverTheyAreWritten(Number value, int number) {
    assertThat(settings("n", value).integer("n")).contains(number);
  }

  @ParameterizedTest
  @MethodSource("noWholeNumbers")
  void takesNothingElseForAWholeNumber(Object value) {
    assertThat(settings("n", value).integer("n")).isEmpty();
  }

  @Test
  void readsNumbersExactly() {
    assertThat(settings("n", 0.1).number("n")).contains(new BigDecimal("0.1"));
    assertThat(settings("n", "0.1").number("n")).isEmpty();
  }

  @Test
  void readsText() {
    assertThat(settings("prompt", "Привет").text("prompt")).contains("Привет");
    assertThat(settings("prompt", 5).text("prompt")).isEmpty();
    assertThat(settings("prompt", null).text("prompt")).isEmpty();
    assertThat(SlotSettings.NONE.text("prompt")).isEmpty();
  }

  @Test
  void readsImages() {
    assertThat(settings("base_media_id", aMediaId(3).toString()).media("base_media_id"))
        .contains(aMediaId(3));
    assertThat(settings("base_media_id", "none").media("base_media_id")).isEmpty();
    assertThat(SlotSettings.NONE.media("base_media_id")).isEmpty();
  }

  @Test
  void readsNestedSettings() {
    var settings = settings("output", Map.of("quality", 80));

    assertThat(settings.nested("output").integer("quality")).contains(80);
    assertThat(settings.nested("input")).isEqualTo(SlotSettings.NONE);
    assertThat(settings("output", "jpeg").nested("output")).isEqualTo(SlotSettings.NONE);
  }

  @Test
  void saysHowTheResultShallLook() {
    var output = Map.<String, Object>of("format", "png", "quality", 80, "max_side_px", 1500);

    assertThat(settings("output", output).output())
        .isEqualTo(new OutputSettings(MediaType.PNG, 80, 1500));
    assertThat(SlotSettings.NONE.output()).isEqualTo(OutputSettings.AS_PRODUCED);
  }

  @Test
  void keepsCopiesThatNobodyChanges() {
    var inner = new HashMap<String, Object>(Map.of("quality", 80));
    var list = new ArrayList<Object>(List.of(inner, "a"));
    var settings = settings("list", list);

    inner.put("quality", 1);
    list.clear();

    assertThat(settings.values()).isEqualTo(Map.of("list", List.of(Map.of("quality", 80), "a")));
    assertThatThrownBy(() -> settings.values().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(settings.values().get("list"))
        .isInstanceOfSatisfying(
            List.class,
            copy ->
                assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class));
  }

  @Test
  void keepsNullsAndOrder() {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("z", null);
    values.put("a", false);
    values.put("m", new ArrayList<@Nullable Object>(Collections.singletonList(null)));

    var settings = new SlotSettings(values);

    assertThat(settings.values().keySet()).containsExactly("z", "a", "m");
    assertThat(settings.values()).isEqualTo(values);
  }

  @Test
  void refusesWhatIsNoPlainValue() {
    assertThatThrownBy(() -> settings("when", Optional.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Optional");
    assertThatThrownBy(() -> settings("list", List.of(new Object())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
