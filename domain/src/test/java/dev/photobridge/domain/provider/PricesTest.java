package dev.photobridge.domain.provider;

import static dev.photobridge.domain.testing.CatalogueFixtures.CHANGE_IMAGE;
import static dev.photobridge.domain.testing.CatalogueFixtures.aModel;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
  private static final Prices PRICES =
      new Prices(
          new TokenPrices(BigDecimal.ONE, new BigDecimal(2), new BigDecimal(30)), new Cost(33_600));

  @Test
  void goByReportedTokensWhereThereAreAny() {
    assertThat(PRICES.costOf(new TokenUsage(10, 5, 2))).isEqualTo(new Cost(80));
    assertThat(PRICES.costOf(TokenUsage.NONE)).isEqualTo(Cost.ZERO);
  }

  @Test
  void areFlatWhereTheProviderReportsNone() {
    assertThat(PRICES.costOf(null)).isEqualTo(new Cost(33_600));
    assertThat(Prices.FREE.costOf(null)).isEqualTo(Cost.ZERO);
  }

  @Test
  void anOperationsFlatPriceGoesBeforeItsModels() {
    Provider provider = aProvider().build();
    Model model = aModel("quality");

    assertThat(provider.prices(operation(null), Optional.of(model))).isEqualTo(model.prices());
    assertThat(provider.prices(operation(new Cost(7)), Optional.of(model)))
        .isEqualTo(new Prices(model.prices().tokens(), new Cost(7)));
    assertThat(provider.prices(operation(new Cost(7)), Optional.empty()))
        .isEqualTo(new Prices(TokenPrices.FREE, new Cost(7)));
    assertThat(provider.prices(operation(null), Optional.empty())).isEqualTo(Prices.FREE);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0.0336,33600", "0.0000005,1", "0.0000004,0", "12,12000000"})
  void dollarsAreKeptToTheMicroDollar(BigDecimal dollars, long microDollars) {
    assertThat(Cost.ofDollars(dollars)).isEqualTo(new Cost(microDollars));
  }

  private static Operation operation(@Nullable Cost price) {
    return new Operation(CHANGE_IMAGE, "X", "", List.of(), "{}", List.of(), Map.of(), price);
  }
}
