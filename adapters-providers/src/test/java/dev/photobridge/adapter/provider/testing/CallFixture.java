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

/// A call in the making, as the engine makes them. For one test's use.
public final class CallFixture {
  /// Whose call it is.
  public static final JobId JOB = new JobId(new UUID(1, 2));

  private final DraftSource drafts;
  private final List<CallPhoto> photos = new ArrayList<>();
  private String operation = "change_image";
  private @Nullable Model model;
  private Prices prices = Prices.FREE;
  private PixelSize guestSize = new PixelSize(30, 20);
  private Map<String, ?> settings = Map.of("prompt", "as a poster");
  private Map<String, String> parameters = Map.of();
  private int attempt = 1;
  private Duration timeLeft = Duration.ofSeconds(40);
  private PhotoPublisher publisher =
      photo -> {
        throw new UnsupportedOperationException("nothing is published here");
      };

  private CallFixture(DraftSource drafts) {
    this.drafts = drafts;
  }

  /// A first attempt's call with no photo yet, no model, and the prompt "as a poster".
  public static CallFixture aCall(DraftSource drafts) {
    return new CallFixture(drafts);
  }

  public CallFixture withOperation(String newOperation) {
    operation = newOperation;
    return this;
  }

  /// With this model and its prices.
  public CallFixture withModel(Model newModel) {
    model = newModel;
    return withPrices(newModel.prices());
  }

  public CallFixture withPrices(Prices newPrices) {
    prices = newPrices;
    return this;
  }

  public CallFixture withGuestPhoto(Path file, PhotoFacts facts) {
    guestSize = facts.uprightSize();
    return withPhoto(
        new CallPhoto(new MediaPart.GuestPhoto("photo"), facts, PhotoFiles.stored(file)));
  }

  public CallFixture withSlotImage(String id, Path file, PhotoFacts facts) {
    return withPhoto(
        new CallPhoto(new MediaPart.SlotImage(id, true), facts, PhotoFiles.stored(file)));
  }

  public CallFixture withPhoto(CallPhoto photo) {
    photos.add(photo);
    return this;
  }

  public CallFixture withSettings(Map<String, ?> newSettings) {
    settings = newSettings;
    return this;
  }

  /// With these parameters of the operation; `prompt_template` is one.
  public CallFixture withParameters(Map<String, String> newParameters) {
    parameters = newParameters;
    return this;
  }

  public CallFixture withTemplate(String template) {
    return withParameters(Map.of("prompt_template", template));
  }

  public CallFixture withAttempt(int number) {
    attempt = number;
    return this;
  }

  public CallFixture withTimeLeft(Duration newTimeLeft) {
    timeLeft = newTimeLeft;
    return this;
  }

  public CallFixture withPublisher(PhotoPublisher newPublisher) {
    publisher = newPublisher;
    return this;
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
        publisher,
        () -> {});
  }
}
