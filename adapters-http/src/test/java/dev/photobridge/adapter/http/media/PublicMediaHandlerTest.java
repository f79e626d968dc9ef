package dev.photobridge.adapter.http.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.application.testing.BytesFile;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicMediaHandlerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final MediaId ID = PhotoFixtures.aMediaId(5);

  private final byte[] bytes = new byte[1_000_003];
  private volatile StoredFile file = new BytesFile(bytes);
  private MediaKind kind = MediaKind.UPLOAD;
  private Instant expiresAt = NOW.plus(Duration.ofMinutes(15));

  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new PublicMediaHandler(this::open, Duration.ofHours(1), new SettableClock(NOW))));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void handsOutTheImageToAnybody() throws IOException {
    new Random(7).nextBytes(bytes);
    file = new BytesFile(bytes);

    RawResponse response = get(ID.toString());

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
    assertThat(response.header("Content-Type")).contains("image/png");
    assertThat(response.header("Content-Length")).contains("1000003");
    assertThat(response.header("Content-Disposition"))
        .contains("inline; filename=\"" + ID + ".png\"");
    assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.header("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "sandbox");
  }

  @Test
  void cachesMayKeepItUntilItExpiresAndNoLongerThanAFreshUploadLives() throws IOException {
    assertThat(get(ID.toString()).header("Cache-Control"))
        .contains("public, max-age=900, immutable");
    expiresAt = NOW.plus(Duration.ofDays(3));
    assertThat(get(ID.toString()).header("Cache-Control"))
        .contains("public, max-age=3600, immutable");
    expiresAt = NOW.minusSeconds(1);
    assertThat(get(ID.toString()).header("Cache-Control")).contains("public, max-age=0, immutable");
  }

  @Test
  void noCacheMayKeepWhatIsSharedForAJob() throws IOException {
    kind = MediaKind.SHARED;

    RawResponse response = get(ID.toString());

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Cache-Control")).contains("no-store");
  }

  @Test
  void anUnknownImageIsNotFound() throws IOException {
    RawResponse response = get(PhotoFixtures.aMediaId(6).toString());

    assertThat(response.status()).isEqualTo(404);
    response.error("media_not_found");
    assertThat(response.header("Cache-Control")).contains("no-store");
  }

  @Test
  void anImageDeletedInBetweenIsNotFoundEither() throws IOException {
    file = new GoneFile();

    RawResponse response = get(ID.toString());

    assertThat(response.status()).isEqualTo(404);
    response.error("media_not_found");
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.header("Content-Disposition")).isEmpty();
  }

  @Test
  void aFileThatBreaksOffIsNeverAWholeAnswer() throws IOException {
    file = new LongFile(50_000_000, 3_000_000);

    assertThatThrownBy(() -> get(ID.toString())).isInstanceOf(IOException.class);
  }

  @Test
  void whoReadsSlowlyHoldsNothingButAConnection() throws IOException {
    var endless = new LongFile(500_000_000, Long.MAX_VALUE);
    file = endless;
    try (RawClient slow = server.connect()) {
      slow.send("GET /public/media/" + ID + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(slow.readByte()).isEqualTo('H');
      file = new BytesFile(bytes);
      for (int i = 0; i < 20; i++) {
        assertThat(get(ID.toString()).status()).isEqualTo(200);
      }

      assertThat(endless.delivered.get()).isLessThan(100_000_000);
    }
  }

  @Test
  void looksWithoutSendingIt() throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response = client.request("HEAD", "/public/media/" + ID);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.header("Content-Length")).contains("1000003");
      assertThat(response.header("Content-Type")).contains("image/png");
      assertThat(response.header("ETag")).contains("\"" + ID + "\"");
      assertThat(response.header("Accept-Ranges")).contains("bytes");
      // nothing lies between the two answers
      assertThat(client.request("GET", "/public/media/" + ID).status()).isEqualTo(200);
    }
    try (RawClient client = server.connect()) {
      assertThat(client.request("HEAD", "/public/media/" + PhotoFixtures.aMediaId(6)).status())
          .isEqualTo(404);
    }
    try (RawClient client = server.connect()) {
      String current = "If-None-Match: \"" + ID + "\"";
      assertThat(client.request("HEAD", "/public/media/" + ID, current).status()).isEqualTo(304);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "..%2f..%2fsecrets", "%00", "5"})
  void whatIsNoIdIsRefused(String id) throws IOException {
    RawResponse response = get(id);

    assertThat(response.status()).isEqualTo(400);
    response.error("request_invalid");
  }

  private Optional<OpenedMedia> open(MediaId id) {
    var image =
        new MediaObject(
            ID,
            kind,
            PhotoFixtures.aPhoto().withType(MediaType.PNG).withFileSize(file.size()).build(),
            NOW,
            expiresAt);
    return id.equals(ID) ? Optional.of(new OpenedMedia(image, file)) : Optional.empty();
  }

  private RawResponse get(String id) throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("GET", "/public/media/" + id);
    }
  }

  private static final class GoneFile implements StoredFile {
    @Override
    public long size() {
      return 17;
    }

    @Override
    public InputStream open() throws IOException {
      throw new NoSuchFileException("upload/17");
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      throw new NoSuchFileException("upload/17");
    }
  }

  /// A file of zeros that may break off.
  private record LongFile(long size, long breaksOffAt, AtomicLong delivered) implements StoredFile {
    LongFile(long size, long breaksOffAt) {
      this(size, breaksOffAt, new AtomicLong());
    }

    @Override
    public InputStream open() {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          if (delivered.get() >= breaksOffAt) {
            throw new IOException("the disk is broken");
          }
          int read = (int) Math.min(length, size - delivered.get());
          delivered.addAndGet(read);
          return read == 0 ? -1 : read;
        }
      };
    }

    @Override
    public SeekableByteChannel openChannel() {
      throw new UnsupportedOperationException();
    }
  }
}
