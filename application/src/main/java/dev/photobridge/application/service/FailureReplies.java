package dev.photobridge.application.service;

import dev.photobridge.application.engine.LocalEffects;
import dev.photobridge.application.engine.LocalEffects.Effect;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substituted;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Unprocessed;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.util.Optional;

/// What the booth gets when there is no processed photo in time, as its slot says (PRODUCT, "the
/// line never stops").
public final class FailureReplies {
  private final MediaStore media;
  private final LocalEffects effects;

  public FailureReplies(MediaStore media, LocalEffects effects) {
    this.media = media;
    this.effects = effects;
  }

  /// How long before the booth's answer the wait for the job has to end, so that what it gets
  /// instead can be made.
  Duration timeNeeded(SlotRules rules) {
    return switch (rules.failureReply()) {
      case FailureReply.ErrorStatus _, FailureReply.OriginalPhoto _ -> Duration.ZERO;
      case FailureReply.LocalEffect _ -> effects.timeNeeded();
    };
  }

  /// The outcome to tell the booth: the given one where the slot wants the error, or where nothing
  /// can be had instead.
  IngestPhotoOutcome instead(Unprocessed outcome, SlotRules rules, JobOrder order)
      throws InterruptedException {
    return switch (reply(outcome, rules)) {
      case FailureReply.ErrorStatus _ -> outcome;
      case FailureReply.OriginalPhoto _ -> original(outcome, order);
      case FailureReply.LocalEffect effect -> effect(outcome, order, effect.setup());
    };
  }

  private static FailureReply reply(Unprocessed outcome, SlotRules rules) {
    return outcome instanceof IngestPhotoOutcome.Failed failed
            && failed.failure().kind() == FailureKind.COST_CAP_REACHED
        ? rules.replyBeyondCap()
        : rules.failureReply();
  }

  private IngestPhotoOutcome effect(Unprocessed outcome, JobOrder order, SlotSetup setup)
      throws InterruptedException {
    Optional<Effect> made = made(order, setup);
    return made.isPresent()
        ? new Substituted(Substitute.LOCAL_EFFECT, made.get().type(), made.get().photo(), outcome)
        : original(outcome, order);
  }

  private Optional<Effect> made(JobOrder order, SlotSetup setup) throws InterruptedException {
    try {
      return effects.make(order, setup);
    } catch (StorageUnavailableException _) {
      return Optional.empty();
    }
  }

  private IngestPhotoOutcome original(Unprocessed outcome, JobOrder order) {
    Optional<MediaObject> photo = source(order);
    return photo
        .<IngestPhotoOutcome>map(
            found ->
                new Substituted(
                    Substitute.ORIGINAL_PHOTO, found.facts().type(), media.file(found), outcome))
        .orElse(outcome);
  }

  private Optional<MediaObject> source(JobOrder order) {
    try {
      return media.find(order.source());
    } catch (StorageUnavailableException _) {
      // the booth is told why its photo failed, and not of what failed besides
      return Optional.empty();
    }
  }
}
