package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ImageDownloads;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.SendablePhoto.Ready;
import dev.photobridge.adapter.provider.http.SendablePhotos;
import dev.photobridge.adapter.provider.http.ServiceErrors;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.ProviderId;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Image models of OpenAI, and of every server that speaks its image API: photos go out as they are
/// read, the image goes to a file as it comes in. Safe for use by many threads.
public final class OpenAiImageProvider implements ImageProvider {
  /// The catalogue's id of this provider.
  public static final ProviderId ID = new ProviderId("openai");

  private static final Set<MediaType> TAKEN =
      EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.WEBP);
  // for servers without models to choose from
  private static final int MAX_SIDE_PX = 2048;

  private final ProviderHttpClient http;
  private final OpenAiServer server;
  private final PhotoSending sending;
  private final AnswerLimits limits;
  private final RandomGenerator random;
  private final ProviderJson json = new ProviderJson();
  private final ImageDownloads downloads;

  /// @param http shared with other providers
  /// @param limits of an answer's size
  /// @param random for the boundaries of forms, safe for use by many threads, not to be guessed
  public OpenAiImageProvider(
      ProviderHttpClient http,
      OpenAiServer server,
      PhotoSending sending,
      AnswerLimits limits,
      RandomGenerator random) {
    this.http = http;
    this.server = server;
    this.sending = sending;
    this.limits = limits;
    this.random = random;
    this.downloads = new ImageDownloads(http);
  }

  @Override
  public ProviderId id() {
    return ID;
  }

  /// @throws UncheckedIOException when a file of ours can't be read or written
  @Override
  public ProviderOutcome process(ProviderCall call) throws InterruptedException {
    var deadline = Deadline.in(call.timeLeft());
    Dialect dialect = server.dialect(call.model());
    Optional<String> key = server.key();
    if (dialect.key().misses(key)) {
      return new ProviderOutcome.Failed(KeyHeader.missing());
    }
    if (call.prompt().isBlank()) {
      return failed(FailureKind.REQUEST_REJECTED, "NO_PROMPT", "there are no words to send");
    }
    int maxSidePx = call.model().map(Model::maxInputSidePx).orElse(MAX_SIDE_PX);
    try (var photos = SendablePhotos.of(call, maxSidePx, sending)) {
      Optional<String> obstacle = photos.obstacle().or(() -> foreignType(photos));
      return obstacle.isPresent()
          ? failed(FailureKind.PHOTO_UNUSABLE, "PHOTO_UNUSABLE", obstacle.get())
          : exchanged(call, dialect, photos, key, deadline);
    }
  }

  private ProviderOutcome exchanged(
      ProviderCall call,
      Dialect dialect,
      SendablePhotos photos,
      Optional<String> key,
      Deadline deadline)
      throws InterruptedException {
    var request = ImageRequest.of(call, photos.ready(), dialect, json, random);
    var errors = new ServiceErrors(json, limits, key.orElse(""));
    var reader = new ImageAnswerReader(json, limits, call, errors, deadline);
    var post =
        server.request(request.path(), dialect, key).header("Content-Type", request.contentType());
    return switch (http.post(post, request.body(), deadline, reader)) {
      case ExchangeOutcome.Answered<ImageAnswer>(ImageAnswer.Ended(ProviderOutcome outcome)) ->
          outcome;
      case ExchangeOutcome.Answered<ImageAnswer>(ImageAnswer.Linked linked) ->
          new LinkedImages(downloads, server.downloadRules(dialect, limits), server.base())
              .fetched(linked, call.drafts(), deadline);
      case ExchangeOutcome.Broken<ImageAnswer>(JobFailure failure) ->
          new ProviderOutcome.Failed(failure);
    };
  }

  private static Optional<String> foreignType(SendablePhotos photos) {
    return photos.ready().stream()
        .map(Ready::type)
        .filter(type -> !TAKEN.contains(type))
        .findFirst()
        .map(type -> type.mime() + " can't be sent to this service: it takes JPEG, PNG and WEBP");
  }

  private static ProviderOutcome failed(FailureKind kind, String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail));
  }
}
