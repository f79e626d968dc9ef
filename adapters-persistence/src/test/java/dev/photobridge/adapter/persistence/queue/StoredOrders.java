package dev.photobridge.adapter.persistence.queue;

import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;

import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Orders that were received just now, whose photos are stored.
final class StoredOrders {
  static final PhotoFacts PHOTO = aPhoto().withFileSize(1_000).build();

  private static final Duration LONG = Duration.ofMinutes(5);

  private StoredOrders() {}

  /// An order for Serg's slot 1 at `gemini`.
  static JobOrder order(MediaStore media) throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var source = new NewMedia(MediaKind.SOURCE, PHOTO, now, now.plus(LONG), null);
    try (var draft = TextPhotos.draft(media::begin, PHOTO)) {
      return anOrder()
          .withId(new JobId(UUID.randomUUID()))
          .withSource(media.keep(draft, source).id())
          .withReceivedAt(now)
          .withAnswerWithin(LONG)
          .withLifetime(LONG.multipliedBy(2))
          .build();
    }
  }
}
