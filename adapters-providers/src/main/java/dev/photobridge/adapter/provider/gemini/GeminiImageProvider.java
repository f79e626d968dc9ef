package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.SendablePhotos;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.ProviderId;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Google's image models. Photos stream to the service from their files and results stream into
/// files; neither is ever whole in memory. Safe for use by many threads.
public final class GeminiImageProvider implements ImageProvider {
  /// Its name in the catalogue.
  public static final ProviderId ID = new ProviderId("gemini");

  private final ProviderHttpClient http;
  private final GeminiAddress address;
  private final ApiKey key;
  private final PhotoSending sending;
  private final AnswerLimits limits;
  private final ProviderJson json = new ProviderJson();
  private final GeminiAnswerLog log = new GeminiAnswerLog();

  /// @param http shared with other providers
  /// @param key asked with each call; empty where no key is set
  /// @param limits of an answer's size
  public GeminiImageProvider(
      ProviderHttpClient http,
      GeminiAddress address,
      Supplier<Optional<String>> key,
      PhotoSending sending,
      AnswerLimits limits) {
    this.http = http;
    this.address = address;
    this.key = new ApiKey(key);
    this.sending = sending;
    this.limits = limits;
  }

  @Override
  public ProviderId id() {
    return ID;
  }

  /// @throws UncheckedIOException when a file of ours can't be read or written
  @Override
  public ProviderOutcome process(ProviderCall call) throws InterruptedException {
    var deadline = Deadline.in(call.timeLeft());
    Optional<String> apiKey = key.current();
    if (apiKey.isEmpty()) {
      return new ProviderOutcome.Failed(GeminiKey.missing());
    }
    if (call.model().isEmpty()) {
      return failed(
          FailureKind.REQUEST_REJECTED, "NO_MODEL", "the catalogue lists no model for " + ID);
    }
    try (var photos = SendablePhotos.of(call, call.model().get().maxInputSidePx(), sending)) {
      return photos.obstacle().isPresent()
          ? failed(FailureKind.PHOTO_UNUSABLE, "PHOTO_UNUSABLE", photos.obstacle().get())
          : exchanged(call, call.model().get(), photos, apiKey.get(), deadline);
    }
  }

  private ProviderOutcome exchanged(
      ProviderCall call, Model model, SendablePhotos photos, String apiKey, Deadline deadline)
      throws InterruptedException {
    var body = json.write(GeminiRequest.of(call, photos.ready()));
    var reader =
        new GeminiAnswerReader(
            json,
            limits,
            call.prices(),
            call.drafts(),
            new ErrorAnswers(json, limits, model.id(), apiKey, deadline),
            answer -> log.of(call, model, answer));
    return switch (http.post(request(model, apiKey, deadline), body, deadline, reader)) {
      case ExchangeOutcome.Answered<ProviderOutcome>(ProviderOutcome outcome) -> outcome;
      case ExchangeOutcome.Broken<ProviderOutcome>(JobFailure failure) ->
          new ProviderOutcome.Failed(failure);
    };
  }

  private HttpRequest.Builder request(Model model, String apiKey, Deadline deadline) {
    // a little less than we have, so that the service's answer to its own timeout still reaches us
    long seconds = Math.max(1, deadline.left().minus(Duration.ofSeconds(1)).toSeconds());
    return HttpRequest.newBuilder(address.generateContent(model.id()))
        .header("Content-Type", "application/json")
        .header(GeminiKey.HEADER, apiKey)
        .header("X-Server-Timeout", Long.toString(seconds));
  }

  private static ProviderOutcome failed(FailureKind kind, String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail));
  }
}
