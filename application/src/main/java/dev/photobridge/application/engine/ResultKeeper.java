package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.application.port.out.ResultConverter.Conversion;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.slot.OutputSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Looks at what a provider delivered, brings it into the form that the slot asks for, and keeps
/// it.
public final class ResultKeeper {
  private final MediaStore media;
  private final PhotoInspector inspector;
  private final ResultConverter converter;
  private final PhotoLimits limits;
  private final RetentionRules retention;
  private final InstantSource clock;
  private final ResultRecovery recovery;
  private final Patience patience;

  /// @param limits which results are taken for images at all
  public ResultKeeper(
      MediaStore media,
      PhotoInspector inspector,
      ResultConverter converter,
      PhotoLimits limits,
      RetentionRules retention,
      InstantSource clock,
      ResultRecovery recovery,
      Patience patience) {
    this.media = media;
    this.inspector = inspector;
    this.converter = converter;
    this.limits = limits;
    this.retention = retention;
    this.clock = clock;
    this.recovery = recovery;
    this.patience = patience;
  }

  AttemptOutcome keep(RunningJob job, ProviderOutcome.Image image)
      throws IOException, InterruptedException {
    return switch (inspector.inspect(image.image().file())) {
      case PhotoInspection.Unusable unusable -> unusable(unusable.refusal().inWords(), image);
      case PhotoInspection.Measured measured -> {
        Optional<PhotoRefusal> refusal = limits.refusalOf(measured.facts());
        yield refusal.isPresent()
            ? unusable(refusal.get().inWords(), image)
            : keepAsWanted(job, image, measured.facts());
      }
    };
  }

  private AttemptOutcome keepAsWanted(RunningJob job, ProviderOutcome.Image image, PhotoFacts facts)
      throws IOException, InterruptedException {
    OutputSettings wanted = job.setup().settings().output();
    if (wanted.isMetBy(facts)) {
      return stored(job, image.image(), facts, image);
    }
    return switch (converter.convert(image.image().file(), facts, wanted, media::begin)) {
      case Conversion.Converted converted -> {
        try (MediaDraft draft = converted.image()) {
          yield stored(job, draft, converted.facts(), image);
        }
      }
      case Conversion.Undecodable undecodable -> unusable(undecodable.reason(), image);
    };
  }

  private AttemptOutcome stored(
      RunningJob job, MediaDraft photo, PhotoFacts facts, ProviderOutcome.Image image)
      throws IOException {
    Instant now = clock.instant();
    var result = new NewMedia(MediaKind.RESULT, facts, now, retention.resultExpiry(now), job.id());
    return new AttemptOutcome.Stored(kept(job, photo, result), image.cost(), image.tokens());
  }

  /// What is paid for is not given up because the database is away: the file is kept first, and its
  /// row can follow.
  private MediaId kept(RunningJob job, MediaDraft photo, NewMedia result) throws IOException {
    try {
      return media.keep(photo, result).id();
    } catch (RuntimeException e) {
      // where there is no file, waiting brings none
      return patience.untilDone(job, () -> recovered(job)).orElseThrow(() -> e);
    }
  }

  private Optional<MediaId> recovered(RunningJob job) {
    try {
      return recovery.find(job.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AttemptOutcome unusable(String detail, ProviderOutcome.Image image) {
    return new AttemptOutcome.Failed(
        new JobFailure(FailureKind.UNUSABLE_ANSWER, "UNUSABLE_IMAGE", detail, image.cost()),
        Optional.empty());
  }
}
