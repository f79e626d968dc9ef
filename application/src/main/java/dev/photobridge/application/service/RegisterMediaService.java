package dev.photobridge.application.service;

import dev.photobridge.application.port.in.MediaUpload;
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
import java.time.Duration;
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
    try (MediaDraft draft = media.begin()) {
      MediaUpload.Outcome upload;
      try (OutputStream image = draft.write()) {
        upload = command.upload().receive(limits.maxFileSize(), image);
      }
      return switch (upload) {
        case MediaUpload.Outcome.Rejected rejected ->
            new RegisterMediaOutcome.UploadRejected(rejected.rejection());
        case MediaUpload.Outcome.Received received -> inspected(draft, received.timeToLive());
      };
    }
  }

  @Override
  public Optional<OpenedMedia> open(MediaId id) {
    return media
        .find(id)
        .filter(found -> isPublic(found.kind()))
        .filter(found -> !found.isExpiredAt(clock.instant()))
        .map(found -> new OpenedMedia(found, media.file(found)));
  }

  private static boolean isPublic(MediaKind kind) {
    return switch (kind) {
      case UPLOAD, SHARED -> true;
      case SOURCE, RESULT, THUMBNAIL -> false;
    };
  }

  private RegisterMediaOutcome inspected(MediaDraft draft, Optional<Duration> timeToLive)
      throws IOException {
    return switch (inspector.inspect(draft.file())) {
      case PhotoInspection.Unusable unusable ->
          new RegisterMediaOutcome.Refused(unusable.refusal());
      case PhotoInspection.Measured measured -> {
        Optional<PhotoRefusal> refusal = limits.refusalOf(measured.facts());
        yield refusal.isPresent()
            ? new RegisterMediaOutcome.Refused(refusal.get())
            : kept(draft, measured.facts(), timeToLive);
      }
    };
  }

  private RegisterMediaOutcome kept(
      MediaDraft draft, PhotoFacts facts, Optional<Duration> timeToLive) throws IOException {
    Instant now = clock.instant();
    Instant expiresAt = timeToLive.map(now::plus).orElseGet(() -> retention.uploadExpiry(now));
    var upload = new NewMedia(MediaKind.UPLOAD, facts, now, expiresAt, null);
    return new RegisterMediaOutcome.Registered(media.keep(draft, upload));
  }
}
