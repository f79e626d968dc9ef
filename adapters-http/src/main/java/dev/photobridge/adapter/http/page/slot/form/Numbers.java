package dev.photobridge.adapter.http.page.slot.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Number fields, with a slider where the range is one that a slider can show.
final class Numbers {
  private static final BigDecimal STEPS = BigDecimal.valueOf(100);
  private static final BigDecimal WIDEST = BigDecimal.valueOf(10_000);

  private Numbers() {}

  static FormField.Numeric field(
      Setting setting, FormField.Head head, String text, @Nullable String preset) {
    Optional<BigDecimal> minimum = setting.number("minimum");
    Optional<BigDecimal> maximum = setting.number("maximum");
    @Nullable String sliderStep =
        minimum
            .flatMap(low -> maximum.map(high -> high.subtract(low)))
            .filter(range -> range.signum() > 0 && range.compareTo(WIDEST) <= 0)
            .map(range -> step(setting, range))
            .orElse(null);
    return new FormField.Numeric(
        head,
        text,
        minimum.map(SettingTexts::plain).orElse(null),
        maximum.map(SettingTexts::plain).orElse(null),
        setting.isWhole() ? "1" : "any",
        sliderStep,
        preset);
  }

  /// A hundredth of the range, rounded down to a power of ten.
  private static String step(Setting setting, BigDecimal range) {
    BigDecimal hundredth = range.divide(STEPS, 6, RoundingMode.HALF_UP);
    BigDecimal power =
        BigDecimal.ONE.scaleByPowerOfTen(hundredth.precision() - hundredth.scale() - 1);
    return setting.isWhole() ? "1" : SettingTexts.plain(power);
  }
}
