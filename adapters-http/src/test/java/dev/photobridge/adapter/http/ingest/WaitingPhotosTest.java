package dev.photobridge.adapter.http.ingest;

import static dev.photobridge.adapter.http.testing.FormText.form;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/// What a request is while its photo waits.
class WaitingPhotosTest extends IngestTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORTEST_IDLE_TIME = Duration.ofMillis(200);

  private final CompletableFuture<Boolean> wait = new CompletableFuture<>();

  @BeforeEach
  void letPhotosWait() {
    ingest.wait = wait;
  }

  @Override
  TestServer server() {
    return TestServer.start(TestHandlers.of(handler()), TestServer::check, SHORTEST_IDLE_TIME);
  }

  /// Sends a form whose photo waits then.
  private FakeIngest.Taken sent(RawClient booth, byte[] form) throws Exception {
    booth.send(head(LINK, form.length)).send(form);
    FakeIngest.Taken taken = ingest.taken.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(taken).isNotNull();
    return taken;
  }

  @Test
  void hasNoThread() throws Exception {
    try (RawClient booth = server.connect()) {
      Thread thread = sent(booth, goodForm()).thread();

      assertThat(thread.join(LONG)).as("the thread has ended").isTrue();

      wait.complete(true);
      assertThat(booth.read("POST", LINK).text()).isEqualTo("processed photo");
    }
  }

  @Test
  void isAnsweredByAThreadOfItsOwnWhichKnowsTheRequest() throws Exception {
    var answering = new CompletableFuture<Thread>();
    var request = new CompletableFuture<String>();
    ingest.processing =
        _ -> {
          answering.complete(Thread.currentThread());
          request.complete(MDC.get("request"));
          return FakeIngest.processed("processed");
        };
    try (RawClient booth = server.connect()) {
      Thread began = sent(booth, goodForm()).thread();
      assertThat(began.join(LONG)).isTrue();

      wait.complete(true);

      RawResponse response = booth.read("POST", LINK);
      assertThat(answering.join()).isNotIn(began, Thread.currentThread());
      assertThat(answering.join().isVirtual()).isTrue();
      assertThat(response.header("X-Request-Id")).contains(request.join());
    }
  }

  @Test
  void isKeptHoweverLongConnectionsMayIdle() throws Exception {
    try (RawClient booth = server.connect()) {
      sent(booth, goodForm());
      try (RawClient idle = server.connect()) {
        assertThat(isCut(idle.send("POST"))).isTrue();
      }

      wait.complete(true);

      assertThat(booth.read("POST", LINK).status()).isEqualTo(200);
    }
  }

  private static boolean isCut(RawClient client) throws IOException {
    try {
      while (true) {
        client.readUnchecked();
      }
    } catch (EOFException _) {
      return true;
    }
  }

  @Test
  void isAnsweredThoughTheServerStops() throws Exception {
    try (RawClient booth = server.connect()) {
      sent(booth, goodForm());
      Thread stopping = Thread.startVirtualThread(server::close);

      wait.complete(true);

      assertThat(booth.readUnchecked().status()).isEqualTo(200);
      assertThat(stopping.join(LONG)).isTrue();
    }
  }

  @Test
  void isAnsweredThoughTheBoothSaysMoreThanItsForm() throws Exception {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        form().field("password", FakeIngest.PASSWORD).file("fileToUpload", PHOTO).end());
    body.writeBytes("more".repeat(50_000).getBytes(ISO_8859_1));
    wait.complete(true);
    try (RawClient booth = server.connect()) {
      sent(booth, body.toByteArray());

      assertThat(booth.read("POST", LINK).status()).isEqualTo(200);
    }
  }
}
