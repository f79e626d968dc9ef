package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ExtendMediaCommand;
import dev.photobridge.application.port.in.ExtendMediaUseCase;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.RetentionRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps operators' images for longer.
public final class ExtendMediaService implements ExtendMediaUseCase {
  private final MediaStore media;
  private final RetentionRules retention;
  private final InstantSource clock;

  public ExtendMediaService(MediaStore media, RetentionRules retention, InstantSource clock) {
    this.media = media;
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public Optional<MediaObject> extend(ExtendMediaCommand command) {
    Instant now = clock.instant();
    Instant until =
        command.timeToLive().map(now::plus).orElseGet(() -> retention.uploadExpiry(now));
    return media.extend(command.id(), until, now);
  }
}
