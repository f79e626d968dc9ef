package dev.photobridge.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.testing.CatalogueFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckProvidersServiceTest {
  @Test
  void tellsOfEveryProviderInTheCataloguesOrder() {
    var unknown = new ProviderId("unknown");
    var service =
        new CheckProvidersService(
            CatalogueFixtures.aCatalogue(),
            () ->
                Map.of(
                    CatalogueFixtures.GEMINI,
                    ProviderCondition.UNAVAILABLE,
                    unknown,
                    ProviderCondition.PROBING));

    assertThat(service.check())
        .containsExactly(
            Map.entry(CatalogueFixtures.GEMINI, ProviderCondition.UNAVAILABLE),
            Map.entry(CatalogueFixtures.LOCAL, ProviderCondition.AVAILABLE));
  }
}
