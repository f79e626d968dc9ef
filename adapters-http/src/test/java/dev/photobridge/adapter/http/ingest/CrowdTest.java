package dev.photobridge.adapter.http.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// More booths than there is room for.
class CrowdTest extends IngestTest {
  private static final int ROOM = 3;
  private static final Duration LONG = Duration.ofSeconds(30);

  @Override
  IngestRoom room() {
    return new IngestRoom(ROOM, 1);
  }

  private void assertNoRoom() throws IOException {
    RawResponse refused = post(goodForm());
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).contains("5");
    assertThat(refused.error("queue_full").at("/retry_after_sec").asInt()).isEqualTo(5);
  }

  @Test
  void isRefusedWhileAllRoomIsTakenByThoseThatWait() throws Exception {
    var wait = new CompletableFuture<Boolean>();
    ingest.wait = wait;
    var booths = new RawClient[ROOM];
    for (int i = 0; i < ROOM; i++) {
      booths[i] = server.connect().send(head(LINK, goodForm().length)).send(goodForm());
      FakeIngest.Taken taken = ingest.taken.poll(LONG.toSeconds(), TimeUnit.SECONDS);
      assertThat(taken).isNotNull();
      assertThat(taken.thread().join(LONG)).isTrue();
    }

    assertNoRoom();

    wait.complete(true);
    for (RawClient booth : booths) {
      assertThat(booth.read("POST", LINK).status()).isEqualTo(200);
      booth.close();
    }
    assertThat(postOnceThereIsRoom(goodForm())).isEqualTo(200);
  }

  @Test
  void isRefusedWhileAnotherPhotoComesIn() throws Exception {
    byte[] form = goodForm();
    try (RawClient slow = server.connect()) {
      slow.send(head(LINK, form.length, "Expect: 100-continue"));
      assertThat(slow.readUnchecked().status()).as("its photo is asked for").isEqualTo(100);

      assertNoRoom();

      slow.send(form);
      assertThat(slow.read("POST", LINK).status()).isEqualTo(200);
    }
    assertThat(postOnceThereIsRoom(form)).isEqualTo(200);
  }

  @Test
  void findsRoomAgainHoweverPhotosEnded() throws Exception {
    for (int i = 0; i < 2 * ROOM; i++) {
      assertThat(postOnceThereIsRoom("no form".getBytes(ISO_8859_1))).isEqualTo(400);
      ingest.processing = _ -> FakeIngest.processed("processed");
      assertThat(postOnceThereIsRoom(goodForm())).isEqualTo(200);
      ingest.processing =
          _ -> {
            throw new IllegalStateException("a bug");
          };
      assertThat(postOnceThereIsRoom(goodForm())).isEqualTo(500);
    }
  }

  /// A booth has its answer a moment before its room is free.
  private int postOnceThereIsRoom(byte[] form) throws IOException {
    long end = System.nanoTime() + LONG.toNanos();
    int status = post(form).status();
    while (status == 503 && System.nanoTime() < end) {
      status = post(form).status();
    }
    return status;
  }
}
