package dev.photobridge.domain.provider;

import static dev.photobridge.domain.testing.CatalogueFixtures.CHANGE_IMAGE;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aModel;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static dev.photobridge.domain.testing.CatalogueFixtures.changeImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTest {
  private final Provider provider = aProvider().build();

  @Test
  void findsItsOperations() {
    assertThat(provider.operation(CHANGE_IMAGE)).contains(changeImage());
    assertThat(provider.operation(new OperationId("face_swap"))).isEmpty();
  }

  @Test
  void usesTheModelAskedForOrElseTheFirst() {
    assertThat(provider.model(Optional.of("fast"))).contains(aModel("fast"));
    assertThat(provider.model(Optional.of("shut down"))).contains(aModel("quality"));
    assertThat(provider.model(Optional.empty())).contains(aModel("quality"));
  }

  @Test
  void mayHaveNoModels() {
    Provider without = aProvider().withModels().build();

    assertThat(without.model(Optional.of("fast"))).isEmpty();
    assertThat(without.model(Optional.empty())).isEmpty();
  }

  @Test
  void catalogueFindsItsProviders() {
    ProviderCatalogue catalogue = aCatalogue();

    assertThat(catalogue.provider(GEMINI)).contains(provider);
    assertThat(catalogue.provider(new ProviderId("turbotext"))).isEmpty();
  }

  @Test
  void catalogueCanBoundEveryProviderAlike() {
    var limits = new ProviderLimits(5, null, null, ZoneOffset.UTC);
    Provider limited = aProvider().withLimits(limits).build();
    ProviderCatalogue bounded = aCatalogue().limitedTo(200);

    assertThat(bounded.providers()).extracting(Provider::id).containsExactly(GEMINI, LOCAL);
    assertThat(bounded.providers())
        .allSatisfy(p -> assertThat(p.ingest().maxParallelJobs()).isEqualTo(200));
    assertThat(bounded.provider(GEMINI)).contains(aProvider().withPlaces(200).build());
    assertThat(limited.limitedTo(200).limits()).isEqualTo(ProviderLimits.NONE);
  }

  @Test
  void hasAtLeastOnePlaceAndSomeTime() {
    var placeless = aProvider().withPlaces(0);
    var timeless = aProvider().withTimeout(Duration.ZERO);

    assertThatThrownBy(placeless::build).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(timeless::build).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void modelsTakeAtLeastAPixel() {
    assertThatThrownBy(() -> new Model("m", "M", 0, Prices.FREE, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void idsAreNotBlank(String text) {
    assertThatThrownBy(() -> new ProviderId(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OperationId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void idsReadAsTheirText() {
    assertThat(GEMINI).hasToString("gemini");
    assertThat(CHANGE_IMAGE).hasToString("change_image");
  }
}
