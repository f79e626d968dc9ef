package dev.photobridge.adapter.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.provider.http.ScriptedServer.Script;
import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProviderHttpClientTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(800);
  private static final ByteSource SMALL = StreamedBodyTest.bytes("a small body".getBytes(UTF_8));
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  private static ProviderHttpClient client;

  @BeforeAll
  static void startClient() {
    client =
        new ProviderHttpClient(
            ConnectionSettings.direct().withConnectTimeout(Duration.ofSeconds(20)));
  }

  @AfterAll
  static void stopClient() {
    client.close();
  }

  @Test
  void sendsTheBodyAndReadsTheAnswer() throws Exception {
    var received = new CompletableFuture<byte[]>();
    Script script =
        connection -> {
          received.complete(connection.request());
          connection.send(OK);
        };
    try (var server = new ScriptedServer(script)) {
      assertThat(post(server.address(), SMALL, LONG)).isEqualTo("200 hello");
      assertThat(received.join()).asString(UTF_8).isEqualTo("a small body");
    }
  }

  @Test
  void callsOneAfterTheOtherShareAConnection() throws Exception {
    var connections = new AtomicInteger();
    Script twice =
        connection -> {
          connections.incrementAndGet();
          while (true) {
            connection.request();
            connection.send(OK);
          }
        };
    try (var server = new ScriptedServer(twice)) {
      for (int call = 0; call < 5; call++) {
        assertThat(post(server.address(), SMALL, LONG)).isEqualTo("200 hello");
      }
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    String answer = "HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 2\r\n\r\ngo";
    try (var server = new ScriptedServer(answering(answer))) {
      assertThat(post(server.address(), SMALL, LONG)).isEqualTo("302 go");
    }
  }

  @Test
  void aClosedPortCanNotBeConnectedTo() throws Exception {
    URI address;
    // never accepted from, so that it is closed at once
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    assertThat(failure(address, SMALL, LONG).reason()).isEqualTo("CANNOT_CONNECT");
  }

  @Test
  void aNameThatNobodyKnowsIsReportedAsSuch() throws Exception {
    // labels end at 63 characters, so no name server is asked
    URI address = URI.create("http://" + "a".repeat(70) + ".test");
    JobFailure failure = failure(address, SMALL, LONG);
    assertThat(failure.reason()).isEqualTo("UNKNOWN_HOST");
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void aConnectionThatBreaksIsUnavailable() throws Exception {
    Script closing = connection -> connection.request();
    Script resetting =
        connection -> {
          connection.request();
          connection.reset();
        };
    Script cutting = answering("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhel");
    Script cuttingChunks =
        answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    Script noHttp = answering("SSH-2.0-OpenSSH_9.6\r\n");
    for (Script script : new Script[] {closing, resetting, cutting, cuttingChunks, noHttp}) {
      try (var server = new ScriptedServer(script)) {
        JobFailure failure = failure(server.address(), SMALL, LONG);
        assertThat(failure.reason()).isEqualTo("CONNECTION_BROKEN");
        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      }
    }
  }

  @Test
  void anErrorThatComesBeforeTheBodyIsTakenIsStillRead() throws Exception {
    byte[] large = new byte[3_000_000];
    Script refusing =
        connection -> {
          connection.head();
          connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
          connection.skip(large.length);
        };
    try (var server = new ScriptedServer(refusing)) {
      assertThat(post(server.address(), StreamedBodyTest.bytes(large), LONG)).isEqualTo("413 big");
    }
  }

  @Test
  void anAnswerIsReadThatCameBeforeTheProviderHungUp() throws Exception {
    Script hangingUp =
        connection -> {
          connection.head();
          connection.send("HTTP/1.1 401 Who\r\nContent-Length: 3\r\n\r\nyou");
          // the rest of the body stays unread, so the client gets a reset
        };
    try (var server = new ScriptedServer(hangingUp)) {
      var late = new LateSource(3_000_000, server::awaitClosed);
      assertThat(post(server.address(), late, LONG)).isEqualTo("401 you");
    }
  }

  @Test
  void aConnectionThatWasAnsweredEarlyIsNotUsedAgain() throws Exception {
    var connections = new AtomicInteger();
    Script refusing =
        connection -> {
          connections.incrementAndGet();
          connection.head();
          connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
          connection.reach();
          while (true) {
            connection.awaitEnd();
          }
        };
    try (var server = new ScriptedServer(refusing)) {
      ByteSource slow = new LateSource(3_000_000, () -> awaitLook(server));
      assertThat(post(server.address(), slow, LONG)).isEqualTo("413 big");
      assertThat(post(server.address(), slow, LONG)).isEqualTo("413 big");
      assertThat(connections).hasValue(2);
    }
  }

  @Test
  void aBodyThatIsSlowIsSentToItsEnd() throws Exception {
    Script script =
        connection -> {
          int length = connection.request().length;
          // longer than a look for an early answer takes
          Awaitility.await().pollDelay(Duration.ofMillis(50)).until(() -> true);
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n" + length);
        };
    try (var server = new ScriptedServer(script)) {
      Happening slow = () -> Awaitility.await().pollDelay(Duration.ofMillis(120)).until(() -> true);
      assertThat(post(server.address(), new LateSource(200_000, slow), LONG))
          .isEqualTo("200 200000");
    }
  }

  @Test
  void nothingIsSentThatWasNotAskedFor() throws Exception {
    var heads = new CompletableFuture<String>();
    Script script =
        connection -> {
          heads.complete(connection.head());
          connection.send(OK);
        };
    try (var server = new ScriptedServer(script)) {
      assertThat(post(server.address(), SMALL, LONG)).isEqualTo("200 hello");
      assertThat(heads.join().lines().map(line -> line.replaceFirst(":.*", "")))
          .containsExactlyInAnyOrder(
              "POST / HTTP/1.1", "Content-Length", "Host", "Connection", "X-Mine", "");
    }
  }

  @Test
  void waitingForAnAnswerEndsAtTheDeadline() throws Exception {
    Script silent =
        connection -> {
          connection.request();
          connection.awaitEnd();
        };
    assertTimesOut(silent, SMALL);
  }

  @Test
  void anAnswerThatDripsIsCutAtTheDeadline() throws Exception {
    Script dripping =
        connection -> {
          connection.request();
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
          connection.drip("x");
        };
    assertTimesOut(dripping, SMALL);
  }

  @Test
  void headersThatDripAreCutAtTheDeadline() throws Exception {
    Script dripping =
        connection -> {
          connection.request();
          connection.send("HTTP/1.1 200 OK\r\n");
          connection.drip("X-More: y\r\n");
        };
    assertTimesOut(dripping, SMALL);
  }

  @Test
  void aBodyThatNobodyTakesIsCutAtTheDeadline() throws Exception {
    var source = new EndlessSource();
    var over = new CountDownLatch(1);
    Script stuck =
        connection -> {
          connection.head();
          connection.reach();
          over.await();
        };
    try (var server = new ScriptedServer(stuck)) {
      assertThat(failure(server.address(), source, SHORT).reason()).isEqualTo("TIMEOUT");
      assertThat(source.open).as("open streams").hasValue(0);
    } finally {
      over.countDown();
    }
  }

  @Test
  void nothingIsSentOnceTheTimeIsOver() throws Exception {
    var asked = new AtomicInteger();
    try (var server = new ScriptedServer(_ -> asked.incrementAndGet())) {
      assertThat(failure(server.address(), SMALL, Duration.ZERO).reason()).isEqualTo("TIMEOUT");
      assertThat(failure(server.address(), SMALL, LONG).reason()).isEqualTo("CONNECTION_BROKEN");
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void anInterruptionBreaksOffTheWaiting() throws Exception {
    assertInterruptible(
        connection -> {
          connection.request();
          connection.reach();
          connection.awaitEnd();
        },
        SMALL);
  }

  @Test
  void anInterruptionBreaksOffTheReading() throws Exception {
    Script dripping =
        connection -> {
          connection.request();
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
          connection.drip("x");
        };
    try (var server = new ScriptedServer(dripping)) {
      var reading = new CountDownLatch(1);
      AnswerReader<Integer> reader =
          (_, _, body) -> {
            int first = body.read();
            reading.countDown();
            return first + body.readAllBytes().length;
          };
      var end =
          new Call(() -> client.post(request(server.address()), SMALL, Deadline.in(LONG), reader));
      reading.await();
      assertThat(end.interrupted()).isInstanceOf(InterruptedException.class);
      server.awaitClientGone();
    }
  }

  @Test
  void anInterruptionBreaksOffTheSending() throws Exception {
    var source = new EndlessSource();
    assertInterruptible(
        connection -> {
          connection.head();
          connection.reach();
          while (true) {
            connection.awaitEnd();
          }
        },
        source);
    assertThat(source.open).as("open streams").hasValue(0);
  }

  @Test
  void aPhotoThatCanNotBeReadIsOurTrouble() throws Exception {
    var gone =
        new ByteSource() {
          @Override
          public long size() {
            return 100;
          }

          @Override
          public InputStream open() throws IOException {
            throw new IOException("no such file");
          }
        };
    try (var server = new ScriptedServer(answering(OK))) {
      assertThatThrownBy(() -> post(server.address(), gone, LONG))
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage("no such file");
    }
  }

  @Test
  void aPhotoThatChangesItsSizeIsOurTrouble() throws Exception {
    for (int declared : new int[] {11, 13}) {
      var changed =
          new ByteSource() {
            @Override
            public long size() {
              return declared;
            }

            @Override
            public InputStream open() throws IOException {
              return SMALL.open();
            }
          };
      try (var server = new ScriptedServer(answering(OK))) {
        assertThatThrownBy(() -> post(server.address(), changed, LONG))
            .isInstanceOf(UncheckedIOException.class)
            .hasStackTraceContaining("changed its size");
      }
    }
  }

  @Test
  void anAnswerThatIsNotReadToItsEndEndsTheConnection() throws Exception {
    Script flooding =
        connection -> {
          connection.request();
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
          connection.drip("x".repeat(10_000));
        };
    try (var server = new ScriptedServer(flooding)) {
      var outcome =
          client.post(
              request(server.address()),
              SMALL,
              Deadline.in(LONG),
              (status, _, body) -> status + " " + new String(body.readNBytes(3), UTF_8));
      assertThat(outcome).isEqualTo(new ExchangeOutcome.Answered<>("200 xxx"));
      server.awaitClientGone();
    }
  }

  private static void assertTimesOut(Script script, ByteSource body) throws Exception {
    try (var server = new ScriptedServer(script)) {
      JobFailure failure = failure(server.address(), body, SHORT);
      assertThat(failure.reason()).isEqualTo("TIMEOUT");
      assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      server.awaitClientGone();
    }
  }

  private static void assertInterruptible(Script script, ByteSource body) throws Exception {
    try (var server = new ScriptedServer(script)) {
      var call = new Call(() -> post(server.address(), body, LONG));
      server.awaitReached();
      assertThat(call.interrupted()).isInstanceOf(InterruptedException.class);
      server.awaitClientGone();
    }
  }

  private static Script answering(String answer) {
    return connection -> {
      connection.request();
      connection.send(answer);
    };
  }

  private static JobFailure failure(URI address, ByteSource body, Duration timeLeft)
      throws InterruptedException {
    return post(address, body, timeLeft) instanceof JobFailure failure
        ? failure
        : JobFailure.of(FailureKind.INTERNAL, "ANSWERED", "");
  }

  private static Object post(URI address, ByteSource body, Duration timeLeft)
      throws InterruptedException {
    var outcome =
        client.post(
            request(address).header("X-Mine", "yes"),
            body,
            Deadline.in(timeLeft),
            (status, _, answer) -> status + " " + new String(answer.readAllBytes(), UTF_8));
    return switch (outcome) {
      case ExchangeOutcome.Answered<String>(String answer) -> answer;
      case ExchangeOutcome.Broken<String>(JobFailure failure) -> failure;
    };
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address);
  }

  /// A call on a thread of its own.
  private static final class Call {
    private final CompletableFuture<Object> end = new CompletableFuture<>();
    private final Thread thread;

    Call(Callable<?> work) {
      thread = Thread.ofVirtual().start(() -> run(work));
    }

    /// How it ends when its thread is interrupted.
    Object interrupted() throws Exception {
      thread.interrupt();
      return end.get(30, TimeUnit.SECONDS);
    }

    private void run(Callable<?> work) {
      try {
        end.complete(work.call());
      } catch (Exception e) {
        end.complete(e);
      }
    }
  }

  private static void awaitLook(ScriptedServer server) throws InterruptedException {
    server.awaitReached();
    // early answers are looked for now and then only
    Awaitility.await().pollDelay(Duration.ofMillis(150)).until(() -> true);
  }

  /// Bytes of which the first come at once, and the rest once something has happened.
  private static final class LateSource implements ByteSource {
    private static final int AT_ONCE = 10_000;

    private final int size;
    private final Happening happening;

    LateSource(int size, Happening happening) {
      this.size = size;
      this.happening = happening;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() {
      var first = new ByteArrayInputStream(new byte[AT_ONCE]);
      var rest = new ByteArrayInputStream(new byte[size - AT_ONCE]);
      return new InputStream() {
        @Override
        public int read() {
          throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          if (first.available() > 0) {
            return first.read(into, offset, length);
          }
          try {
            happening.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return rest.read(into, offset, length);
        }
      };
    }
  }

  private interface Happening {
    void await() throws InterruptedException;
  }

  /// More than any network buffers.
  private static final class EndlessSource implements ByteSource {
    private final AtomicInteger open = new AtomicInteger();

    @Override
    public long size() {
      return 1L << 40;
    }

    @Override
    public InputStream open() {
      open.incrementAndGet();
      return new InputStream() {
        @Override
        public int read() {
          return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          return length;
        }

        @Override
        public void close() {
          open.decrementAndGet();
        }
      };
    }
  }
}
