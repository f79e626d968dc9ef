package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.FileDto.NameDto;
import dev.photobridge.adapter.provider.gemini.FileDto.NewFileDto;
import dev.photobridge.adapter.provider.gemini.FileDto.UploadedDto;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.AnswerReader;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ErrorText;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.SendablePhoto.Ready;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.application.port.out.Pauses;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The service's Files API: uploads images, streaming from their files, and waits until they can be
/// used. The address that an upload goes to carries its own authority, so it is a secret: it is in
/// no log and no failure, and gets no key. Safe for use by many threads.
final class GeminiFiles {
  private static final String COMMAND = "X-Goog-Upload-Command";
  private static final String ACTIVE = "ACTIVE";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  // half of what Google promises, for a gateway that does not tell
  private static final Duration LIFE = Duration.ofHours(24);

  private final ProviderHttpClient http;
  private final GeminiAddress address;
  private final ProviderJson json;
  private final InstantSource clock;
  private final Pauses pauses;

  /// @param pauses waits while the service takes an image in
  GeminiFiles(
      ProviderHttpClient http,
      GeminiAddress address,
      ProviderJson json,
      InstantSource clock,
      Pauses pauses) {
    this.http = http;
    this.address = address;
    this.json = json;
    this.clock = clock;
    this.pauses = pauses;
  }

  /// An answer, or what an error means.
  private sealed interface Step<T> {
    record Done<T>(T value) implements Step<T> {}

    record Broken<T>(ProviderOutcome.Failed outcome) implements Step<T> {}
  }

  /// Uploads one image.
  ///
  /// @throws java.io.UncheckedIOException when our own file can't be read
  UploadOutcome upload(Ready image, String key, Deadline deadline) throws InterruptedException {
    return switch (started(image, key, deadline)) {
      case Step.Broken<URI>(var failed) -> new UploadOutcome.Failed(failed);
      case Step.Done<URI>(URI session) ->
          switch (sent(image, session, key, deadline)) {
            case Step.Broken<FileDto>(var failed) -> new UploadOutcome.Failed(failed);
            case Step.Done<FileDto>(FileDto file) -> ready(file, image.type(), key, deadline);
          };
    };
  }

  private Step<URI> started(Ready image, String key, Deadline deadline)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(address.upload())
            .header("Content-Type", "application/json")
            .header(GeminiKey.HEADER, key)
            .header("X-Goog-Upload-Protocol", "resumable")
            .header(COMMAND, "start")
            .header("X-Goog-Upload-Header-Content-Length", Long.toString(image.bytes().size()))
            .header("X-Goog-Upload-Header-Content-Type", image.type().mime());
    var body = json.write(new NewFileDto(new NameDto("photobridge")));
    return step(
        http.post(
            request, body, deadline, reading(key, deadline, (headers, _) -> session(headers))));
  }

  private static URI session(HttpHeaders headers) throws UnusableAnswerException {
    Optional<URI> session =
        headers.firstValue("X-Goog-Upload-URL").flatMap(GeminiFiles::webAddress);
    return session.orElseThrow(
        () -> UnusableAnswerException.notJson("no address to upload to in its headers"));
  }

  private static Optional<URI> webAddress(String text) {
    try {
      URI uri = URI.create(text.strip());
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return Optional.of(uri).filter(_ -> web && uri.getHost() != null);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Step<FileDto> sent(Ready image, URI session, String key, Deadline deadline)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(session)
            .header("Content-Type", image.type().mime())
            .header("X-Goog-Upload-Offset", "0")
            .header(COMMAND, "upload, finalize");
    return step(
        http.post(
            request,
            image.bytes(),
            deadline,
            reading(key, deadline, (_, body) -> known(read(body, UploadedDto.class).file()))));
  }

  private Step<FileDto> looked(String name, String key, Deadline deadline)
      throws InterruptedException {
    var request = HttpRequest.newBuilder(address.file(name)).header(GeminiKey.HEADER, key);
    return step(
        http.get(
            request,
            deadline,
            reading(key, deadline, (_, body) -> known(read(body, FileDto.class)))));
  }

  private UploadOutcome ready(FileDto file, MediaType type, String key, Deadline deadline)
      throws InterruptedException {
    FileDto latest = file;
    while (isProcessing(latest)) {
      if (deadline.left().compareTo(LOOK_AGAIN) < 0) {
        return failed(
            FailureKind.UNAVAILABLE,
            "FILE_PROCESSING",
            "the service did not take the image in time");
      }
      pauses.pause(LOOK_AGAIN);
      switch (looked(String.valueOf(file.name()), key, deadline)) {
        case Step.Broken<FileDto>(var failed) -> {
          return new UploadOutcome.Failed(failed);
        }
        case Step.Done<FileDto>(FileDto again) -> latest = again;
      }
    }
    return ACTIVE.equals(state(latest))
        ? new UploadOutcome.Uploaded(uploaded(latest, type))
        : failed(
            FailureKind.REQUEST_REJECTED,
            "FILE_FAILED",
            "the service can't use the uploaded image" + words(latest, key));
  }

  private UploadedFile uploaded(FileDto file, MediaType type) {
    return new UploadedFile(
        String.valueOf(file.name()), String.valueOf(file.uri()), type, expiry(file));
  }

  private Instant expiry(FileDto file) {
    try {
      return Instant.parse(String.valueOf(file.expirationTime()));
    } catch (DateTimeParseException _) {
      return clock.instant().plus(LIFE);
    }
  }

  private static String words(FileDto file, String key) {
    String message = file.error() == null ? null : file.error().message();
    return message == null ? "" : ": " + ApiKey.hidden(key, message);
  }

  /// A file that is all there has no state at some gateways.
  private static String state(FileDto file) {
    return file.state() == null ? ACTIVE : file.state();
  }

  private static boolean isProcessing(FileDto file) {
    return state(file).equals("PROCESSING");
  }

  private static FileDto known(@Nullable FileDto file) throws UnusableAnswerException {
    if (file == null || file.name() == null || file.uri() == null) {
      throw UnusableAnswerException.notJson("no file in it");
    }
    return file;
  }

  private <T> T read(InputStream body, Class<T> type) throws IOException, UnusableAnswerException {
    return json.read(ErrorText.read(body, AnswerLimits.DEFAULT.maxErrorBytes()), type);
  }

  /// Reads a good answer.
  private interface Reading<T> {
    T of(HttpHeaders headers, InputStream body) throws IOException, UnusableAnswerException;
  }

  private <T> AnswerReader<Step<T>> reading(String key, Deadline deadline, Reading<T> good) {
    var errors = new ErrorAnswers(json, AnswerLimits.DEFAULT, "an upload", key, deadline);
    return (status, headers, body) ->
        status == 200
            ? new Step.Done<>(good.of(headers, body))
            : new Step.Broken<>(errors.read(status, headers, body));
  }

  private static <T> Step<T> step(ExchangeOutcome<Step<T>> exchange) {
    return switch (exchange) {
      case ExchangeOutcome.Answered<Step<T>>(Step<T> step) -> step;
      case ExchangeOutcome.Broken<Step<T>> broken ->
          new Step.Broken<>(new ProviderOutcome.Failed(broken.failure()));
    };
  }

  private static UploadOutcome failed(FailureKind kind, String reason, String detail) {
    return new UploadOutcome.Failed(
        new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail)));
  }
}
