package dev.photobridge.application.service;

import dev.photobridge.application.port.in.OpenMediaUseCase;
import dev.photobridge.application.port.in.RegisterMediaCommand;
import dev.photobridge.application.port.in.RegisterMediaOutcome;
import dev.photobridge.application.port.in.RegisterMediaUseCase;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.RetentionRules;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps operators' images and hands them out by their links.
public final class RegisterMediaService implements RegisterMediaUseCase, OpenMediaUseCase {
  private final MediaStore media;
  private final PhotoInspector inspector;
  private final PhotoLimits limits;
  private final RetentionRules retention;
  private final InstantSource clock;

  /// @param limits which images are taken
  public RegisterMediaService(
      MediaStore media,
      PhotoInspector inspector,
      PhotoLimits limits,
      RetentionRules retention,
      InstantSource clock) {
    this.media = media;
    this.inspector = inspector;
    this.limits = limits;
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public RegisterMediaOutcome register(RegisterMediaCommand command) throws IOException {
    long maxBytes = limits.maxFileSize().bytes();
    try (MediaDraft draft = media.begin()) {
      long copied;
      try (OutputStream out = draft.write()) {
        copied = command.upload().copyTo(out, maxBytes);
      }
      if (copied > maxBytes) {
        return new RegisterMediaOutcome.Refused(new PhotoRefusal.TooLarge(limits.maxFileSize()));
      }
      return switch (inspector.inspect(draft.file())) {
        case PhotoInspection.Unusable unusable ->
            new RegisterMediaOutcome.Refused(unusable.refusal());
        case PhotoInspection.Measured measured -> keep(command, draft, measured.facts());
      };
    }
  }

  @Override
  public Optional<OpenedMedia> open(MediaId id) {
    return media
        .find(id)
        .filter(found -> found.kind() == MediaKind.UPLOAD)
        .filter(found -> !found.isExpiredAt(clock.instant()))
        .map(found -> new OpenedMedia(found, media.file(found)));
  }

  private RegisterMediaOutcome keep(
      RegisterMediaCommand command, MediaDraft draft, PhotoFacts facts) throws IOException {
    Optional<PhotoRefusal> refusal = limits.refusalOf(facts);
    if (refusal.isPresent()) {
      return new RegisterMediaOutcome.Refused(refusal.get());
    }
    Instant now = clock.instant();
    Instant expiresAt = command.timeToLive().map(now::plus).orElse(retention.uploadExpiry(now));
    var upload = new NewMedia(MediaKind.UPLOAD, facts, now, expiresAt, null);
    return new RegisterMediaOutcome.Registered(media.keep(draft, upload));
  }
}
