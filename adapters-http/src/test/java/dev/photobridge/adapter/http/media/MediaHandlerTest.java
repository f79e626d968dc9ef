package dev.photobridge.adapter.http.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.ExtendMediaCommand;
import dev.photobridge.application.port.in.MediaUpload;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.in.OpenThumbnailUseCase;
import dev.photobridge.application.port.in.RegisterMediaCommand;
import dev.photobridge.application.port.in.RegisterMediaOutcome;
import dev.photobridge.application.testing.BytesFile;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHandlerTest {
  private static final String PATH = "/api/media/register";
  private static final String SERG = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final String FORM = "Content-Type: multipart/form-data; boundary=B";
  private static final ByteSize LIMIT = new ByteSize(100_000);
  private static final MediaObject STORED =
      new MediaObject(
          PhotoFixtures.aMediaId(5),
          MediaKind.UPLOAD,
          PhotoFixtures.aPhoto()
              .withType(MediaType.PNG)
              .withSize(1200, 800)
              .withOrientation(Orientation.QUARTER_TURN_CLOCKWISE)
              .withFileSize(12_345)
              .build(),
          Instant.parse("2026-11-22T10:00:00Z"),
          Instant.parse("2026-11-22T10:15:00Z"));

  private static final MediaObject SMALL =
      new MediaObject(
          STORED.id().thumbnail(),
          MediaKind.THUMBNAIL,
          PhotoFixtures.aPhoto().withSize(213, 320).withFileSize(4321).build(),
          STORED.createdAt(),
          STORED.expiresAt());

  private final List<Optional<Duration>> lifetimes = new ArrayList<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private Optional<String> trouble = Optional.empty();
  private final List<ExtendMediaCommand> extensions = new ArrayList<>();
  private Optional<MediaObject> extended = Optional.of(STORED);
  private OpenThumbnailUseCase.Outcome thumbnail = new OpenThumbnailUseCase.Outcome.Unknown();
  private RegisterMediaOutcome outcome = new RegisterMediaOutcome.Registered(STORED);

  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new MediaHandler(
                  this::register,
                  command -> {
                    extensions.add(command);
                    return extended;
                  },
                  _ -> thumbnail,
                  new PublicLinks(URI.create("http://photo.example/"), SlotFixtures.ACCOUNTS))));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void storesAnImageAndSaysWhereItIs() throws IOException {
    RawResponse response = post(form(file("the image")));

    assertThat(response.status()).isEqualTo(201);
    JsonNode body = response.json();
    assertThat(body.get("id").asText()).isEqualTo(STORED.id().toString());
    assertThat(body.get("public_url").asText())
        .isEqualTo("http://photo.example/public/media/" + STORED.id());
    assertThat(body.get("expires_at").asText()).isEqualTo("2026-11-22T10:15:00Z");
    assertThat(body.get("mime").asText()).isEqualTo("image/png");
    assertThat(body.get("size_bytes").asInt()).isEqualTo(12_345);
    assertThat(body.get("width").asInt()).as("width as seen upright").isEqualTo(800);
    assertThat(body.get("height").asInt()).isEqualTo(1200);
    assertThat(received).hasToString("the image");
    assertThat(lifetimes).containsExactly(Optional.empty());
  }

  @Test
  void keepsItAsLongAsAsked() throws IOException {
    assertThat(post(form(field("ttl_sec", "60"), file("x"))).status()).isEqualTo(201);
    assertThat(post(form(file("x"), field("ttl_sec", "259200"))).status()).isEqualTo(201);

    assertThat(lifetimes)
        .containsExactly(Optional.of(Duration.ofMinutes(1)), Optional.of(Duration.ofDays(3)));
  }

  @ParameterizedTest
  @CsvSource({"0,too_small", "-5,too_small", "259201,too_large", "soon,malformed", "'',malformed"})
  void aTimeBeyondTheContractIsRefused(String seconds, String reason) throws IOException {
    RawResponse response = post(form(field("ttl_sec", seconds), file("x")));

    assertThat(response.status()).isEqualTo(400);
    JsonNode details = response.error("request_invalid");
    assertThat(details.get("field").asText()).isEqualTo("ttl_sec");
    assertThat(details.get("reason").asText()).isEqualTo(reason);
    assertThat(received.size()).as("bytes of the image behind it").isZero();
  }

  @Test
  void aFormWithoutTheFileIsRefused() throws IOException {
    RawResponse response = post(form(field("ttl_sec", "60")));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.error("file_missing").get("field").asText()).isEqualTo("file");
  }

  @Test
  void twoFilesAreRefused() throws IOException {
    RawResponse response = post(form(file("a"), file("b")));

    assertThat(response.status()).isEqualTo(400);
    response.error("file_repeated");
  }

  @Test
  void anotherContentTypeIsRefused() throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response = client.json("POST", PATH, "{}", SERG);

      assertThat(response.status()).isEqualTo(415);
      response.error("content_type_unsupported");
    }
  }

  @Test
  void aFileBeyondTheLimitIsNotAskedFor() throws IOException {
    try (RawClient client = server.connect()) {
      client.send(head(SERG, FORM, "Content-Length: 999999999", "Expect: 100-continue"));
      RawResponse response = client.read("POST", PATH);

      assertThat(response.status()).isEqualTo(413);
      assertThat(response.error("file_too_large").get("limit").asInt()).isEqualTo(100_000);
      assertThat(client.readByte()).as("the connection is closed").isEqualTo(-1);
    }
  }

  @Test
  void aFileBeyondTheLimitIsCutOff() throws IOException {
    RawResponse response = post(form(file("x".repeat(100_001))));

    assertThat(response.status()).isEqualTo(413);
    assertThat(received.size()).isLessThanOrEqualTo(100_000);
  }

  @Test
  void whoIsNotSignedInIsNotAskedForTheFile() throws IOException {
    try (RawClient client = server.connect()) {
      client.send(head(FORM, "Content-Length: 1000", "Expect: 100-continue"));

      RawResponse response = client.read("POST", PATH);

      assertThat(response.status()).isEqualTo(401);
      response.error("token_missing");
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(new PhotoRefusal.Empty(), 400, "file_empty"),
        Arguments.of(new PhotoRefusal.TooLarge(LIMIT), 413, "file_too_large"),
        Arguments.of(new PhotoRefusal.NotAnImage(), 415, "not_an_image"),
        Arguments.of(
            new PhotoRefusal.TypeNotAllowed(MediaType.HEIC, Set.of(MediaType.JPEG)),
            415,
            "media_type_not_allowed"),
        Arguments.of(new PhotoRefusal.Truncated(MediaType.JPEG), 422, "photo_truncated"),
        Arguments.of(new PhotoRefusal.Unreadable(MediaType.JPEG, "bad"), 422, "photo_unreadable"),
        Arguments.of(
            new PhotoRefusal.TooManyPixels(new PixelSize(50_000, 50_000), 100_000_000),
            422,
            "photo_too_many_pixels"),
        Arguments.of(new PhotoRefusal.TooSmall(new PixelSize(1, 1), 16), 422, "photo_too_small"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void anImageThatIsNotTakenIsRefusedWithItsReason(PhotoRefusal refusal, int status, String code)
      throws IOException {
    outcome = new RegisterMediaOutcome.Refused(refusal);

    RawResponse response = post(form(file("x")));

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.error(code).get("field").asText()).isEqualTo("file");
  }

  @Test
  void aFullDiskIsTold() throws IOException {
    trouble = Optional.of("No space left on device");

    RawResponse response = post(form(file("x")));

    assertThat(response.status()).isEqualTo(503);
    response.error("storage_full");
    assertThat(response.text()).doesNotContain("No space");
  }

  @Test
  void keepsAnImageForLonger() throws IOException {
    RawResponse response = extend("{\"id\":\"%s\",\"ttl_sec\":60}".formatted(STORED.id()));
    extend("{\"id\":\"%s\"}".formatted(STORED.id()));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().get("expires_at").asText()).isEqualTo("2026-11-22T10:15:00Z");
    assertThat(extensions)
        .containsExactly(
            new ExtendMediaCommand(STORED.id(), Optional.of(Duration.ofMinutes(1))),
            new ExtendMediaCommand(STORED.id(), Optional.empty()));
  }

  @Test
  void anImageThatIsGoneCanNotBeKept() throws IOException {
    extended = Optional.empty();

    RawResponse response = extend("{\"id\":\"%s\"}".formatted(STORED.id()));

    assertThat(response.status()).isEqualTo(404);
    response.error("media_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "259201", "\"soon\"", "1.5"})
  void anImageIsKeptASecondToThreeDays(String seconds) throws IOException {
    RawResponse response = extend("{\"id\":\"%s\",\"ttl_sec\":%s}".formatted(STORED.id(), seconds));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.error("body_invalid").get("field").asText()).isEqualTo("/ttl_sec");
    assertThat(extensions).isEmpty();
  }

  @Test
  void showsAnImageInSmall() throws IOException {
    var bytes = new byte[(int) SMALL.facts().fileSize().bytes()];
    thumbnail =
        new OpenThumbnailUseCase.Outcome.Opened(new OpenedMedia(SMALL, new BytesFile(bytes)));

    RawResponse response = small();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
    assertThat(response.header("Cache-Control")).contains("private, no-cache");
    assertThat(response.header("Content-Disposition"))
        .contains("inline; filename=\"" + STORED.id() + "-small.jpg\"");
    assertThat(small("If-None-Match: \"" + SMALL.id() + "\"").status()).isEqualTo(304);
  }

  @Test
  void saysWhyThereIsNothingToShow() throws IOException {
    RawResponse unknown = small();
    thumbnail = new OpenThumbnailUseCase.Outcome.NotDrawable();
    RawResponse notDrawable = small("Accept-Language: ru");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.error("media_not_found").has("reason")).isFalse();
    assertThat(notDrawable.status()).isEqualTo(404);
    assertThat(notDrawable.error("media_not_found").get("reason").asText())
        .isEqualTo("no_thumbnail");
    assertThat(notDrawable.text()).contains("копи");
  }

  private RawResponse extend(String body) throws IOException {
    try (RawClient client = server.connect()) {
      return client.json("POST", "/api/media/extend", body, SERG);
    }
  }

  private RawResponse small(String... headers) throws IOException {
    var all = new ArrayList<>(List.of(headers));
    all.add(SERG);
    try (RawClient client = server.connect()) {
      return client.request(
          "GET", "/api/media/" + STORED.id() + "/thumbnail", all.toArray(String[]::new));
    }
  }

  private RegisterMediaOutcome register(RegisterMediaCommand command) throws IOException {
    if (trouble.isPresent()) {
      throw new IOException(trouble.get());
    }
    return switch (command.upload().receive(LIMIT, received)) {
      case MediaUpload.Outcome.Received form -> {
        lifetimes.add(form.timeToLive());
        yield outcome;
      }
      case MediaUpload.Outcome.Rejected rejected ->
          new RegisterMediaOutcome.UploadRejected(rejected.rejection());
    };
  }

  private RawResponse post(String form) throws IOException {
    try (RawClient client = server.connect()) {
      client.send(head(SERG, FORM, "Content-Length: " + form.length())).send(form);
      return client.read("POST", PATH);
    }
  }

  private static String head(String... headers) {
    return "POST "
        + PATH
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  private static String form(String... parts) {
    return String.join("", parts) + "--B--\r\n";
  }

  private static String field(String name, String value) {
    return part("name=\"" + name + "\"", value);
  }

  private static String file(String content) {
    return part("name=\"file\"; filename=\"C:\\x.png\"", content);
  }

  private static String part(String parameters, String content) {
    return "--B\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content + "\r\n";
  }
}
