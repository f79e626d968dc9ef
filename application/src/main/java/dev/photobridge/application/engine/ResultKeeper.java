package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.application.port.out.ResultConverter.Conversion;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.OutputSettings;
import java.io.IOException;
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

  /// @param limits which results are taken for images at all
  public ResultKeeper(
      MediaStore media,
      PhotoInspector inspector,
      ResultConverter converter,
      PhotoLimits limits,
      RetentionRules retention,
      InstantSource clock) {
    this.media = media;
    this.inspector = inspector;
    this.converter = converter;
    this.limits = limits;
    this.retention = retention;
    this.clock = clock;
  }

  AttemptOutcome keep(JobOrder order, MediaDraft image, Cost cost)
      throws IOException, InterruptedException {
    return switch (inspector.inspect(image.file())) {
      case PhotoInspection.Unusable unusable -> unusable(unusable.refusal().inWords(), cost);
      case PhotoInspection.Measured measured -> {
        Optional<PhotoRefusal> refusal = limits.refusalOf(measured.facts());
        yield refusal.isPresent()
            ? unusable(refusal.get().inWords(), cost)
            : keepAsWanted(order, image, measured.facts(), cost);
      }
    };
  }

  private AttemptOutcome keepAsWanted(JobOrder order, MediaDraft image, PhotoFacts facts, Cost cost)
      throws IOException, InterruptedException {
    OutputSettings wanted = order.setup().settings().output();
    if (wanted.isMetBy(facts)) {
      return stored(order, image, facts, cost);
    }
    return switch (converter.convert(image.file(), facts, wanted, media::begin)) {
      case Conversion.Converted converted -> {
        try (MediaDraft draft = converted.image()) {
          yield stored(order, draft, converted.facts(), cost);
        }
      }
      case Conversion.Undecodable undecodable -> unusable(undecodable.reason(), cost);
    };
  }

  private AttemptOutcome stored(JobOrder order, MediaDraft image, PhotoFacts facts, Cost cost)
      throws IOException {
    Instant now = clock.instant();
    var result =
        new NewMedia(MediaKind.RESULT, facts, now, retention.resultExpiry(now), order.id());
    return new AttemptOutcome.Stored(media.keep(image, result).id(), cost);
  }

  private static AttemptOutcome unusable(String detail, Cost cost) {
    return new AttemptOutcome.Failed(
        new JobFailure(FailureKind.UNUSABLE_ANSWER, "UNUSABLE_IMAGE", detail, cost),
        Optional.empty());
  }
}
