package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.KeptResult;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.RetentionRules;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Finds the result of a job whose worker got as far as keeping it and no further, so that nobody
/// pays for it again. Safe for use by many threads.
public final class ResultRecovery {
  private final MediaStore media;
  private final PhotoInspector inspector;
  private final RetentionRules retention;
  private final InstantSource clock;

  public ResultRecovery(
      MediaStore media, PhotoInspector inspector, RetentionRules retention, InstantSource clock) {
    this.media = media;
    this.inspector = inspector;
    this.retention = retention;
    this.clock = clock;
  }

  /// The result, recorded by now at the latest; empty where there is none.
  Optional<MediaId> find(JobId job) throws IOException {
    return switch (media.findResult(job)) {
      case KeptResult.Recorded recorded -> Optional.of(recorded.media().id());
      case KeptResult.Unrecorded unrecorded -> adopted(job, unrecorded.file());
      case KeptResult.Missing _ -> Optional.empty();
    };
  }

  private Optional<MediaId> adopted(JobId job, StoredFile file) throws IOException {
    return switch (inspector.inspect(file)) {
      case PhotoInspection.Unusable _ -> Optional.empty();
      case PhotoInspection.Measured measured -> {
        Instant now = clock.instant();
        var result =
            new NewMedia(MediaKind.RESULT, measured.facts(), now, retention.resultExpiry(now), job);
        yield Optional.of(media.adopt(result).id());
      }
    };
  }
}
