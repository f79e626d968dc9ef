package dev.photobridge.adapter.http.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicLinksTest {
  @Test
  void theFirstAccountHasShortLinks() {
    assertThat(links("http://localhost:8080").ingest(SlotFixtures.address(SlotFixtures.SERG, 7)))
        .hasToString("http://localhost:8080/ingest/slot-007");
  }

  @Test
  void otherAccountsAreNamedInTheirLinks() {
    assertThat(links("http://localhost:8080").ingest(SlotFixtures.address(SlotFixtures.IGOR, 40)))
        .hasToString("http://localhost:8080/ingest/igor/slot-040");
  }

  @ParameterizedTest
  @CsvSource({
    "https://photo.example, https://photo.example/ingest/slot-001",
    "https://photo.example/, https://photo.example/ingest/slot-001",
    "https://photo.example//, https://photo.example/ingest/slot-001",
    "https://photo.example/bridge/, https://photo.example/bridge/ingest/slot-001",
  })
  void theBaseMayHaveAPathAndEndInASlash(String base, String expected) {
    assertThat(links(base).ingest(SlotFixtures.FIRST)).hasToString(expected);
  }

  @Test
  void imagesAreBelowPublicMedia() {
    assertThat(links("http://localhost:8080").media(PhotoFixtures.aMediaId(1)))
        .hasToString("http://localhost:8080/public/media/" + PhotoFixtures.aMediaId(1));
  }

  private static PublicLinks links(String base) {
    return new PublicLinks(URI.create(base), SlotFixtures.ACCOUNTS);
  }
}
