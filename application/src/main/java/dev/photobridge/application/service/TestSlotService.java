package dev.photobridge.application.service;

import dev.photobridge.application.port.in.TestSlotCommand;
import dev.photobridge.application.port.in.TestSlotOutcome;
import dev.photobridge.application.port.in.TestSlotUseCase;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tries slots out. What could not be saved is not run, and a photo that the slot would not take
/// from a booth is not taken here.
public final class TestSlotService implements TestSlotUseCase {
  private final SlotRepository slots;
  private final IngestSlots ingestSlots;
  private final SetupCheck check;
  private final MediaStore media;
  private final OperatorJobs operators;
  private final JobViews views;
  private final InstantSource clock;

  public TestSlotService(
      SlotRepository slots,
      IngestSlots ingestSlots,
      SetupCheck check,
      MediaStore media,
      OperatorJobs operators,
      JobViews views,
      InstantSource clock) {
    this.slots = slots;
    this.ingestSlots = ingestSlots;
    this.check = check;
    this.media = media;
    this.operators = operators;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public TestSlotOutcome test(TestSlotCommand command) throws IOException {
    Optional<Slot> slot = slots.find(command.address());
    if (slot.isEmpty()) {
      return new TestSlotOutcome.SlotUnknown();
    }
    TestSlotCommand.Unsaved unsaved = command.unsaved();
    return unsaved == null
        ? saved(command, slot.get())
        : unsaved(command, slot.get(), unsaved.setup(), unsaved.fallback());
  }

  private TestSlotOutcome saved(TestSlotCommand command, Slot slot) throws IOException {
    Optional<IngestSlots.Ready> ready =
        slot.setup().flatMap(setup -> ingestSlots.ready(slot, setup));
    return ready.isEmpty()
        ? new TestSlotOutcome.SlotNotConfigured()
        : photographed(command, ready.get(), slot.rules().fallback());
  }

  private TestSlotOutcome unsaved(
      TestSlotCommand command, Slot slot, SlotSetup setup, @Nullable SlotSetup fallback)
      throws IOException {
    var rules = new SlotRules(new FailureReply.ErrorStatus(), fallback, true, null, null);
    Optional<UpdateSlotOutcome.SetupRefused> refusal = check.refusal(setup, rules);
    if (refusal.isPresent()) {
      return new TestSlotOutcome.SetupRefused(refusal.get());
    }
    IngestSlots.Ready ready =
        ingestSlots
            .ready(slot, setup)
            .orElseThrow(() -> new IllegalStateException("checked, and yet not there: " + setup));
    return photographed(command, ready, fallback);
  }

  private TestSlotOutcome photographed(
      TestSlotCommand command, IngestSlots.Ready ready, @Nullable SlotSetup fallback)
      throws IOException {
    Optional<MediaObject> photo =
        media
            .find(command.photo())
            .filter(found -> found.kind() == MediaKind.UPLOAD)
            .filter(found -> !found.isExpiredAt(clock.instant()));
    if (photo.isEmpty()) {
      return new TestSlotOutcome.PhotoMissing();
    }
    Optional<PhotoRefusal> refusal = ready.limits().refusalOf(photo.get().facts());
    return refusal.isPresent()
        ? new TestSlotOutcome.PhotoRefused(refusal.get())
        : queued(wanted(command, ready, fallback));
  }

  private static OperatorJobs.Wanted wanted(
      TestSlotCommand command, IngestSlots.Ready ready, @Nullable SlotSetup fallback) {
    var fields = new HashMap<>(command.fields());
    // as of a booth's fields, it is kept nowhere
    fields.remove("password");
    return new OperatorJobs.Wanted(
        ready.address(),
        JobOrigin.TEST,
        ready.setup(),
        fallback,
        ready.slot().rules().maxParallelJobs(),
        command.photo(),
        fields);
  }

  private TestSlotOutcome queued(OperatorJobs.Wanted wanted) throws IOException {
    return switch (operators.submit(wanted)) {
      case OperatorJobs.Outcome.Queued queued -> new TestSlotOutcome.Queued(views.of(queued.job()));
      case OperatorJobs.Outcome.PhotoGone _ -> new TestSlotOutcome.PhotoMissing();
      case OperatorJobs.Outcome.Full _ -> new TestSlotOutcome.QueueFull();
      case OperatorJobs.Outcome.Stopping _ -> new TestSlotOutcome.Stopping();
    };
  }
}
