package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderPlacesTest {
  private final ProviderPlaces places =
      new ProviderPlaces(
          aCatalogue(aProvider().withPlaces(2), aProvider().withId(LOCAL).withPlaces(1)));

  @Test
  void allAreFreeAtFirst() {
    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 2, LOCAL, 1));
  }

  @Test
  void aPlaceIsTakenUntilItIsGivenBack() {
    places.take(GEMINI);
    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 1, LOCAL, 1));

    places.giveBack(GEMINI);
    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 2, LOCAL, 1));
  }

  @Test
  void aProviderWithoutFreePlacesIsNotShown() {
    places.take(LOCAL);

    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 2));
  }

  @Test
  void aJobThatGoesOnMayTakeMoreThanThereAre() {
    places.take(LOCAL);
    places.take(LOCAL);
    places.giveBack(LOCAL);

    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 2));
  }
}
