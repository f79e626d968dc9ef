package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.ExtendMediaCommand;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtendMediaServiceTest {
  private static final Instant NOW = Instant.parse("2026-05-02T08:00:00Z");

  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(NOW);
  private final ExtendMediaService service =
      new ExtendMediaService(media, TestBridge.RETENTION, clock);

  @Test
  void keepsAnImageFromNowOn() {
    MediaObject image = media.upload(aPhoto().build(), NOW.plusSeconds(10));

    assertThat(extended(image.id(), Optional.of(Duration.ofHours(1))))
        .contains(NOW.plus(Duration.ofHours(1)));
    assertThat(media.find(image.id()).orElseThrow().expiresAt())
        .isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void withoutATimeItIsTheConfiguredOne() {
    MediaObject image = media.upload(aPhoto().build(), NOW.plusSeconds(10));

    assertThat(extended(image.id(), Optional.empty()))
        .contains(NOW.plus(TestBridge.RETENTION.upload()));
  }

  @Test
  void neverShortens() {
    MediaObject image = media.upload(aPhoto().build(), NOW.plusSeconds(1000));

    assertThat(extended(image.id(), Optional.of(Duration.ofSeconds(999))))
        .contains(NOW.plusSeconds(1000));
  }

  @Test
  void whatHasExpiredStaysGone() {
    MediaObject image = media.upload(aPhoto().build(), NOW.plusSeconds(10));

    clock.set(NOW.plusSeconds(10));

    assertThat(extended(image.id(), Optional.empty())).isEmpty();
    assertThat(extended(aMediaId(99), Optional.empty())).isEmpty();
  }

  private Optional<Instant> extended(MediaId id, Optional<Duration> time) {
    return service.extend(new ExtendMediaCommand(id, time)).map(MediaObject::expiresAt);
  }
}
