package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.TokenPrices;
import dev.photobridge.domain.slot.SlotSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Calls in the making.
record CallFixture(
    DraftFolder drafts,
    List<CallPhoto> photos,
    Map<String, Object> settings,
    Map<String, String> parameters,
    Duration timeLeft) {
  static final Model MODEL =
      new Model(
          FakeGemini.MODEL,
          "Nano Banana",
          4096,
          new TokenPrices(new BigDecimal("1.50"), new BigDecimal("7.50"), new BigDecimal("30")));

  /// A call with no photo yet and the prompt "as a poster".
  static CallFixture aCall(DraftFolder drafts) {
    return new CallFixture(
        drafts, List.of(), Map.of("prompt", "as a poster"), Map.of(), Duration.ofSeconds(40));
  }

  CallFixture withGuestPhoto(Path file, PhotoFacts facts) {
    return withPhoto(
        new CallPhoto(new MediaPart.GuestPhoto("photo"), facts, PhotoFiles.stored(file)));
  }

  CallFixture withSlotImage(String id, Path file, PhotoFacts facts) {
    var part = new MediaPart.SlotImage(id, true);
    return withPhoto(new CallPhoto(part, facts, PhotoFiles.stored(file)));
  }

  CallFixture withSettings(Map<String, Object> newSettings) {
    return new CallFixture(drafts, photos, newSettings, parameters, timeLeft);
  }

  CallFixture withTemplate(String template) {
    return new CallFixture(drafts, photos, settings, Map.of("prompt_template", template), timeLeft);
  }

  CallFixture withTimeLeft(Duration newTimeLeft) {
    return new CallFixture(drafts, photos, settings, parameters, newTimeLeft);
  }

  ProviderCall build() {
    return build(Optional.of(MODEL));
  }

  ProviderCall build(Optional<Model> model) {
    var operation =
        new Operation(
            new OperationId("change_image"),
            "Change",
            "Changes.",
            List.of(),
            "{}",
            photos.stream().map(CallPhoto::part).toList(),
            parameters);
    return new ProviderCall(
        new JobId(new UUID(1, 2)),
        operation,
        model,
        new SlotSettings(Map.copyOf(settings)),
        photos,
        Map.of(),
        timeLeft,
        TestBridge.CALLBACKS.of(new JobId(new UUID(0, 1))),
        drafts);
  }

  CallFixture withPhoto(CallPhoto photo) {
    var more = new ArrayList<>(photos);
    more.add(photo);
    return new CallFixture(drafts, List.copyOf(more), settings, parameters, timeLeft);
  }
}
