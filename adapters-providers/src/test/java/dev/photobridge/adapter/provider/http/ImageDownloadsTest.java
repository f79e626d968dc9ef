package dev.photobridge.adapter.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.provider.http.ScriptedServer.Script;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImageDownloadsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(800);
  private static final int MAX_BYTES = 100_000;
  private static final ConnectionSettings SETTINGS =
      ConnectionSettings.direct().withConnectTimeout(Duration.ofSeconds(20));

  @TempDir private Path folder;
  private DraftFolder drafts;
  private ProviderHttpClient client;

  @BeforeEach
  void start() {
    drafts = new DraftFolder(folder);
    client = new ProviderHttpClient(SETTINGS);
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    client.close();
    assertThat(drafts.left()).isZero();
  }

  private static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String redirect(String location) {
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static DownloadRules rules(URI... servers) {
    var hosts = new HashSet<String>();
    for (URI server : servers) {
      hosts.add(server.getAuthority());
    }
    return new DownloadRules(hosts, true, true, MAX_BYTES);
  }

  private ExchangeOutcome<MediaDraft> fetch(URI address, DownloadRules rules, Duration time)
      throws InterruptedException {
    return new ImageDownloads(client).fetch(address, rules, drafts, Deadline.in(time));
  }

  private static String textOf(ExchangeOutcome<MediaDraft> outcome) throws IOException {
    assertThat(outcome).isInstanceOf(ExchangeOutcome.Answered.class);
    try (MediaDraft image = ((ExchangeOutcome.Answered<MediaDraft>) outcome).answer();
        InputStream in = image.file().open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static JobFailure failureOf(ExchangeOutcome<MediaDraft> outcome) {
    assertThat(outcome).isInstanceOf(ExchangeOutcome.Broken.class);
    return ((ExchangeOutcome.Broken<MediaDraft>) outcome).failure();
  }

  private static void assertUnusable(String reason, ExchangeOutcome<MediaDraft> outcome) {
    assertThat(failureOf(outcome).reason()).isEqualTo(reason);
    assertThat(failureOf(outcome).kind()).isEqualTo(FailureKind.UNUSABLE_ANSWER);
  }

  @Test
  void fetchesAnImageByteForByteAndShowsNoKey() throws Exception {
    var head = new AtomicReference<String>("");
    try (var server =
        new ScriptedServer(
            connection -> {
              head.set(connection.head());
              connection.send(ok("an image"));
            })) {
      URI image = server.address().resolve("/photo?id=7");
      assertThat(textOf(fetch(image, rules(image), LONG))).isEqualTo("an image");
    }
    assertThat(head.get()).startsWith("GET /photo?id=7 ").doesNotContainIgnoringCase("auth");
  }

  @Test
  void otherHostsAreNotEvenAsked() throws Exception {
    var asked = new AtomicInteger();
    try (var server = new ScriptedServer(_ -> asked.incrementAndGet())) {
      URI allowed = URI.create("http://images.example/");
      URI port = URI.create("http://127.0.0.1/");
      for (URI other : new URI[] {allowed, port}) {
        assertUnusable("RESULT_HOST_NOT_ALLOWED", fetch(server.address(), rules(other), LONG));
      }
    }
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://images.example/a.jpg",
        "https://images.example:8443/a.jpg",
        "https://images.example.evil.example/a.jpg",
        "https://user@images.example/a.jpg",
        "https:///a.jpg",
        "ftp://images.example/a.jpg",
        "file:///etc/passwd",
        "jar:http://images.example!/a.jpg",
        "a.jpg",
      })
  void onlyPlainAddressesOfAllowedHostsAreFetched(String address) throws Exception {
    var rules = new DownloadRules(Set.of("images.example"), false, true, MAX_BYTES);

    assertUnusable("RESULT_HOST_NOT_ALLOWED", fetch(URI.create(address), rules, LONG));
  }

  @Test
  void anAllowedNameThatLeadsIntoOurOwnNetworkIsNotFollowed() throws Exception {
    var asked = new AtomicInteger();
    try (var server = new ScriptedServer(_ -> asked.incrementAndGet());
        var http =
            new ProviderHttpClient(
                SETTINGS,
                SSLContext.getDefault(),
                _ -> new InetAddress[] {InetAddress.getLoopbackAddress()})) {
      URI named = URI.create("http://images.example:" + server.address().getPort() + "/");
      var rules = new DownloadRules(Set.of(named.getAuthority()), true, false, MAX_BYTES);

      var outcome = new ImageDownloads(http).fetch(named, rules, drafts, Deadline.in(LONG));

      assertUnusable("PRIVATE_ADDRESS", outcome);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void redirectsAreFollowedToAllowedHosts() throws Exception {
    try (var images = new ScriptedServer(answering(ok("an image")));
        var front = new ScriptedServer(answering(redirect(images.address() + "/x.jpg")))) {
      assertThat(textOf(fetch(front.address(), rules(front.address(), images.address()), LONG)))
          .isEqualTo("an image");
    }
  }

  @Test
  void redirectsElsewhereAreNotFollowed() throws Exception {
    var asked = new AtomicInteger();
    try (var inside = new ScriptedServer(_ -> asked.incrementAndGet());
        var front = new ScriptedServer(answering(redirect(inside.address() + "/admin")))) {
      assertUnusable(
          "RESULT_HOST_NOT_ALLOWED", fetch(front.address(), rules(front.address()), LONG));
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void redirectsThatLeadNowhereOrInCirclesEnd() throws Exception {
    try (var front = new ScriptedServer(answering(redirect("http://[")))) {
      assertUnusable(
          "RESULT_ADDRESS_INVALID", fetch(front.address(), rules(front.address()), LONG));
    }
    try (var front = new ScriptedServer(answering(redirect("/again")))) {
      assertUnusable("RESULT_REDIRECTS", fetch(front.address(), rules(front.address()), LONG));
    }
  }

  @Test
  void tooMuchIsNotTakenWhetherAnnouncedOrNot() throws Exception {
    String announced = "HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n";
    String endless = "HTTP/1.1 200 OK\r\n\r\n";
    try (var server = new ScriptedServer(answering(announced))) {
      assertUnusable("ANSWER_TOO_LARGE", fetch(server.address(), rules(server.address()), LONG));
    }
    try (var server =
        new ScriptedServer(
            connection -> {
              connection.head();
              connection.send(endless);
              connection.drip("x".repeat(10_000));
            })) {
      assertUnusable("ANSWER_TOO_LARGE", fetch(server.address(), rules(server.address()), LONG));
    }
  }

  @Test
  void anImageThatDripsIsCutAtTheDeadline() throws Exception {
    try (var server =
        new ScriptedServer(
            connection -> {
              connection.head();
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n");
              connection.drip("x");
            })) {
      JobFailure failure = failureOf(fetch(server.address(), rules(server.address()), SHORT));

      assertThat(failure.reason()).isEqualTo("TIMEOUT");
      assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        "",
      })
  void whatMayComeYetIsSaidToBe(String answer) throws Exception {
    try (var server = new ScriptedServer(answering(answer))) {
      assertThat(failureOf(fetch(server.address(), rules(server.address()), LONG)).kind())
          .isEqualTo(FailureKind.UNAVAILABLE);
    }
  }

  @Test
  void aFullDiskIsOurTrouble() throws Exception {
    try (var server = new ScriptedServer(answering(ok("an image")))) {
      var downloads = new ImageDownloads(client);
      assertThatThrownBy(
              () ->
                  downloads.fetch(
                      server.address(),
                      rules(server.address()),
                      () -> {
                        throw new IOException("No space left on device");
                      },
                      Deadline.in(LONG)))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  private static Script answering(String answer) {
    return connection -> {
      connection.head();
      connection.send(answer);
    };
  }
}
