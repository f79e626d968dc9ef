package dev.photobridge.adapter.provider.testing;

import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.PhotoPublisher;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.slot.OperationPrompt;
import dev.photobridge.domain.slot.SlotSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calls in the making, as the engine makes them.
public record CallFixture(
    DraftSource drafts,
    String operation,
    @Nullable Model model,
    Prices prices,
    List<CallPhoto> photos,
    PixelSize guestSize,
    Map<String, ?> settings,
    Map<String, String> parameters,
    int attempt,
    Duration timeLeft,
    PhotoPublisher publisher) {
  /// Whose call it is.
  public static final JobId JOB = new JobId(new UUID(1, 2));

  /// A call with no photo yet, no model, and the prompt "as a poster".
  public static CallFixture aCall(DraftSource drafts) {
    return new CallFixture(
        drafts,
        "change_image",
        null,
        Prices.FREE,
        List.of(),
        new PixelSize(30, 20),
        Map.of("prompt", "as a poster"),
        Map.of(),
        1,
        Duration.ofSeconds(40),
        photo -> {
          throw new UnsupportedOperationException("nothing is published here");
        });
  }

  public CallFixture withOperation(String newOperation) {
    return new CallFixture(
        drafts,
        newOperation,
        model,
        prices,
        photos,
        guestSize,
        settings,
        parameters,
        attempt,
        timeLeft,
        publisher);
  }

  /// With this model and its prices.
  public CallFixture withModel(Model newModel) {
    return new CallFixture(
        drafts,
        operation,
        newModel,
        newModel.prices(),
        photos,
        guestSize,
        settings,
        parameters,
        attempt,
        timeLeft,
        publisher);
  }

  public CallFixture withPrices(Prices newPrices) {
    return new CallFixture(
        drafts,
        operation,
        model,
        newPrices,
        photos,
        guestSize,
        settings,
        parameters,
        attempt,
        timeLeft,
        publisher);
  }

  public CallFixture withGuestPhoto(Path file, PhotoFacts facts) {
    return new CallFixture(
            drafts,
            operation,
            model,
            prices,
            photos,
            facts.uprightSize(),
            settings,
            parameters,
            attempt,
            timeLeft,
            publisher)
        .withPhoto(
            new CallPhoto(new MediaPart.GuestPhoto("photo"), facts, PhotoFiles.stored(file)));
  }

  public CallFixture withSlotImage(String id, Path file, PhotoFacts facts) {
    return withPhoto(
        new CallPhoto(new MediaPart.SlotImage(id, true), facts, PhotoFiles.stored(file)));
  }

  public CallFixture withPhoto(CallPhoto photo) {
    var more = new ArrayList<>(photos);
    more.add(photo);
    return new CallFixture(
        drafts,
        operation,
        model,
        prices,
        List.copyOf(more),
        guestSize,
        settings,
        parameters,
        attempt,
        timeLeft,
        publisher);
  }

  public CallFixture withSettings(Map<String, ?> newSettings) {
    return new CallFixture(
        drafts,
        operation,
        model,
        prices,
        photos,
        guestSize,
        newSettings,
        parameters,
        attempt,
        timeLeft,
        publisher);
  }

  /// With these parameters of the operation; `prompt_template` is one.
  public CallFixture withParameters(Map<String, String> newParameters) {
    return new CallFixture(
        drafts,
        operation,
        model,
        prices,
        photos,
        guestSize,
        settings,
        newParameters,
        attempt,
        timeLeft,
        publisher);
  }

  public CallFixture withTemplate(String template) {
    return withParameters(Map.of("prompt_template", template));
  }

  public CallFixture withTimeLeft(Duration newTimeLeft) {
    return new CallFixture(
        drafts,
        operation,
        model,
        prices,
        photos,
        guestSize,
        settings,
        parameters,
        attempt,
        newTimeLeft,
        publisher);
  }

  /// As the job's call of this number.
  public CallFixture withAttempt(int newAttempt) {
    return new CallFixture(
        drafts,
        operation,
        model,
        prices,
        photos,
        guestSize,
        settings,
        parameters,
        newAttempt,
        timeLeft,
        publisher);
  }

  public CallFixture withPublisher(PhotoPublisher newPublisher) {
    return new CallFixture(
        drafts,
        operation,
        model,
        prices,
        photos,
        guestSize,
        settings,
        parameters,
        attempt,
        timeLeft,
        newPublisher);
  }

  public ProviderCall build() {
    var asked =
        new Operation(
            new OperationId(operation),
            "Title",
            "What it does.",
            List.of(),
            "{}",
            photos.stream().map(CallPhoto::part).toList(),
            parameters,
            null);
    var chosen = new SlotSettings(Map.copyOf(settings));
    return new ProviderCall(
        JOB,
        asked,
        Optional.ofNullable(model),
        prices,
        OperationPrompt.of(asked, chosen),
        chosen,
        photos,
        guestSize,
        attempt,
        timeLeft,
        TestBridge.CALLBACKS.of(JOB),
        drafts,
        publisher);
  }
}
