package dev.photobridge.adapter.http.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.media.PublicMediaHandler;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.testing.BytesFile;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a stored image's answer looks like, seen through the public address.
class StoredImageTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final int SIZE = 100_000;
  private static final MediaObject IMAGE =
      new MediaObject(
          PhotoFixtures.aMediaId(5),
          MediaKind.UPLOAD,
          PhotoFixtures.aPhoto().withFileSize(SIZE).build(),
          NOW,
          NOW.plusSeconds(900));
  private static final String TAG = "\"" + IMAGE.id() + "\"";
  private static final String PATH = "/public/media/" + IMAGE.id();

  private final byte[] bytes = bytes();
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new PublicMediaHandler(
                  _ -> Optional.of(new OpenedMedia(IMAGE, new BytesFile(bytes))),
                  Duration.ofMinutes(15),
                  new SettableClock(NOW))));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theWholeImageSaysThatItCanBeHadInParts() throws IOException {
    RawResponse response = get();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
    assertThat(response.header("ETag")).contains(TAG);
    assertThat(response.header("Accept-Ranges")).contains("bytes");
    assertThat(response.header("Content-Range")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=100-299, 100, 299",
    "bytes=50000-, 50000, 99999",
    "bytes=-7, 99993, 99999",
    "bytes=99999-200000, 99999, 99999",
    "bytes=0-99999, 0, 99999",
  })
  void sendsTheBytesThatAreAskedFor(String range, int first, int last) throws IOException {
    RawResponse response = get("Range: " + range);

    assertThat(response.status()).isEqualTo(206);
    assertThat(response.header("Content-Range"))
        .contains("bytes %d-%d/%d".formatted(first, last, SIZE));
    assertThat(response.header("Content-Length")).contains(Integer.toString(last - first + 1));
    assertThat(response.header("ETag")).contains(TAG);
    assertThat(response.body()).isEqualTo(Arrays.copyOfRange(bytes, first, last + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "bytes=9-1", "nonsense", "lines=1-2"})
  void whatIsNotOneRangeIsIgnored(String range) throws IOException {
    RawResponse response = get("Range: " + range);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100000-", "bytes=100000-100001", "bytes=-0"})
  void bytesBeyondTheEndAreRefused(String range) throws IOException {
    RawResponse response = get("Range: " + range);

    assertThat(response.status()).isEqualTo(416);
    response.error("range_not_satisfiable");
    assertThat(response.header("Content-Range")).contains("bytes */100000");
    assertThat(response.header("Content-Type")).contains("application/json");
    assertThat(response.header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "'%s', 206",
    "'W/%s', 200",
    "'\"another\"', 200",
    "'Sun, 22 Nov 2026 10:00:00 GMT', 200",
  })
  void aPartIsOnlySentToWhoHasAPartOfThisImage(String ifRange, int status) throws IOException {
    RawResponse response = get("Range: bytes=0-9", "If-Range: " + ifRange.formatted(TAG));

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body()).hasSize(status == 206 ? 10 : SIZE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "*", "\"another\", %s", "\"a\",%s,\"b\""})
  void whoHasTheImageIsNotSentIt(String ifNoneMatch) throws IOException {
    RawResponse response = get("If-None-Match: " + ifNoneMatch.formatted(TAG), "Range: bytes=0-1");

    assertThat(response.status()).isEqualTo(304);
    assertThat(response.header("ETag")).contains(TAG);
    assertThat(response.header("Cache-Control")).contains("public, max-age=900, immutable");
    assertThat(response.header("Content-Length")).isNotEqualTo(Optional.of("100000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"another\"", "nonsense", "\"\""})
  void whoHasAnotherImageIsSentThisOne(String ifNoneMatch) throws IOException {
    RawResponse response = get("If-None-Match: " + ifNoneMatch);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
  }

  private RawResponse get(String... headers) throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("GET", PATH, headers);
    }
  }

  private static byte[] bytes() {
    var bytes = new byte[SIZE];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
