package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.StreamedBody;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.Pauses;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.ProviderId;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
  private final GeminiParameters parameters;
  private final AnswerLimits limits;
  private final ImageDelivery delivery;
  private final ProviderJson json = new ProviderJson();
  private final GeminiNotices notices = new GeminiNotices();

  /// @param key asked with each call; empty where no key is set
  /// @param parameters the catalogue's
  /// @param limits of an answer's size
  /// @param clock tells when uploaded images expire
  /// @param pauses waits while the service takes an image in
  public GeminiImageProvider(
      ProviderHttpClient http,
      GeminiAddress address,
      Supplier<Optional<String>> key,
      GeminiParameters parameters,
      PhotoSending sending,
      AnswerLimits limits,
      InstantSource clock,
      Pauses pauses) {
    this.http = http;
    this.address = address;
    this.key = new ApiKey(key);
    this.parameters = parameters;
    this.limits = limits;
    this.delivery =
        new ImageDelivery(
            sending,
            new GeminiFiles(http, address, json, clock, pauses),
            new TemplateUploads(clock),
            parameters.uploadTemplates());
  }

  @Override
  public ProviderId id() {
    return ID;
  }

  @Override
  public List<ModelNotice> notices() {
    return notices.all();
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
      return failed("NO_MODEL", "the catalogue lists no model for " + ID);
    }
    Model model = call.model().get();
    ModelAbilities abilities;
    try {
      abilities = ModelAbilities.of(model);
    } catch (IllegalArgumentException e) {
      return failed(
          "MODEL_PARAMETERS", "the catalogue is wrong about " + model.id() + ": " + e.getMessage());
    }
    return made(new GeminiCall(call, model, abilities, apiKey.get(), deadline));
  }

  /// The call, and once more where the service has lost an image that it was to use.
  private ProviderOutcome made(GeminiCall call) throws InterruptedException {
    for (boolean again = false; ; again = true) {
      try (var images = new CallImages()) {
        ProviderOutcome outcome = exchanged(call, images);
        Optional<UploadedFile> lost = images.lost(outcome);
        lost.ifPresent(delivery::forget);
        if (again || lost.isEmpty()) {
          return outcome;
        }
      }
    }
  }

  private ProviderOutcome exchanged(GeminiCall call, CallImages images)
      throws InterruptedException {
    Optional<ProviderOutcome> obstacle = delivery.collect(call, images);
    StreamedBody body = body(call, images);
    while (obstacle.isEmpty() && body.size() > parameters.inlineLimit()) {
      obstacle = delivery.shorten(images, call);
      body = body(call, images);
    }
    return obstacle.isPresent() ? obstacle.get() : posted(call, body);
  }

  private StreamedBody body(GeminiCall call, CallImages images) {
    return json.write(
        GeminiRequest.of(call.call(), call.abilities(), images.all(), parameters.safetySettings()));
  }

  private ProviderOutcome posted(GeminiCall call, StreamedBody body) throws InterruptedException {
    Model model = call.model();
    var reader =
        new GeminiAnswerReader(
            json,
            limits,
            call.call().prices(),
            call.call().drafts(),
            new ErrorAnswers(json, limits, model.id(), call.key(), call.deadline()),
            answer -> notices.read(call.call(), model, answer));
    return switch (http.post(request(call), body, call.deadline(), reader)) {
      case ExchangeOutcome.Answered<ProviderOutcome>(ProviderOutcome outcome) -> outcome;
      case ExchangeOutcome.Broken<ProviderOutcome>(JobFailure failure) ->
          new ProviderOutcome.Failed(failure);
    };
  }

  private HttpRequest.Builder request(GeminiCall call) {
    // a little less than we have, so that the service's answer to its own timeout still reaches us
    Duration left = call.deadline().left().minus(Duration.ofSeconds(1));
    return HttpRequest.newBuilder(address.generateContent(call.model().id()))
        .header("Content-Type", "application/json")
        .header(GeminiKey.HEADER, call.key())
        .header("X-Server-Timeout", Long.toString(Math.max(1, left.toSeconds())));
  }

  private static ProviderOutcome failed(String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(FailureKind.REQUEST_REJECTED, reason, detail));
  }
}
