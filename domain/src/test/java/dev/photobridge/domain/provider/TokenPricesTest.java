package dev.photobridge.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPricesTest {
  @ParameterizedTest
  @CsvSource({
    // prices for a million tokens; tokens; micro-dollars
    "0.30,2.50,30,    258,0,1290,  38777",
    "0.30,2.50,30,    0,0,0,       0",
    "0.30,2.50,30,    1,0,0,       0",
    "0.50,2.50,30,    1,0,0,       1",
    "0,2.50,0,        0,100,0,     250",
    "2,12,120,        1000000,1000000,1000000, 134000000"
  })
  void chargesEachKindOfTokenItsPrice(
      BigDecimal input,
      BigDecimal text,
      BigDecimal image,
      long inputTokens,
      long textTokens,
      long imageTokens,
      long microDollars) {
    var usage = new TokenUsage(inputTokens, textTokens, imageTokens);

    assertThat(new TokenPrices(input, text, image).costOf(usage)).isEqualTo(new Cost(microDollars));
  }

  @Test
  void costsNothingWhereNothingIsUsedOrPaid() {
    var prices = new TokenPrices(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

    assertThat(prices.costOf(TokenUsage.NONE)).isEqualTo(Cost.ZERO);
    assertThat(TokenPrices.FREE.costOf(new TokenUsage(1, 2, 3))).isEqualTo(Cost.ZERO);
  }

  @Test
  void moreTokensNeverCostLess() {
    var random = new SplittableRandom(2);
    var prices =
        new TokenPrices(new BigDecimal("0.37"), new BigDecimal("1.99"), new BigDecimal("29.3"));
    for (int i = 0; i < 1000; i++) {
      var usage =
          new TokenUsage(random.nextLong(9999), random.nextLong(9999), random.nextLong(9999));
      var more =
          new TokenUsage(
              usage.input() + random.nextLong(99), usage.textOutput() + 1, usage.imageOutput());

      assertThat(prices.costOf(more).microDollars())
          .isGreaterThanOrEqualTo(prices.costOf(usage).microDollars());
    }
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "0,-1,0", "0,0,-1"})
  void nothingIsNegative(int input, int text, int image) {
    assertThatThrownBy(
            () ->
                new TokenPrices(
                    BigDecimal.valueOf(input), BigDecimal.valueOf(text), BigDecimal.valueOf(image)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TokenUsage(input, text, image))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
