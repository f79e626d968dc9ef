package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
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
    JobClaim claim = claim(GEMINI);
    places.take(claim);
    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 1, LOCAL, 1));

    places.giveBack(claim);
    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 2, LOCAL, 1));
  }

  @Test
  void itIsGivenBackOnceHoweverOftenThatIsSaid() {
    JobClaim claim = claim(GEMINI);
    places.take(claim);
    places.take(claim(GEMINI));

    places.giveBack(claim);
    places.giveBack(claim);

    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 1, LOCAL, 1));
  }

  @Test
  void aProviderWithoutFreePlacesIsNotShown() {
    places.take(claim(LOCAL));

    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 2));
  }

  @Test
  void aJobThatGoesOnMayTakeMoreThanThereAre() {
    JobClaim first = claim(LOCAL);
    places.take(first);
    places.take(claim(LOCAL));
    places.giveBack(first);

    assertThat(places.free()).isEqualTo(Map.of(GEMINI, 2));
  }

  private static JobClaim claim(ProviderId provider) {
    return new Claim(
        QueuedJob.accepted(anOrder().withProvider(provider).build()).start(Instant.EPOCH));
  }

  private record Claim(RunningJob job) implements JobClaim {
    @Override
    public CallNotes call() {
      return new CallNotes();
    }
  }
}
