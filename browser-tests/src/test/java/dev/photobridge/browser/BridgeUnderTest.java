package dev.photobridge.browser;

import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.OwnPostgres;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The assembled server with an own PostgreSQL, the provider `local`, and a stand-in for Gemini.
public final class BridgeUnderTest implements AutoCloseable {
  private final Path folder;
  private final OwnPostgres postgres;
  private final FakeGemini gemini;
  private final Map<String, String> keys;
  private final HttpClient client = HttpClient.newHttpClient();
  private RunningServer server;

  private BridgeUnderTest(
      Path folder,
      OwnPostgres postgres,
      FakeGemini gemini,
      Map<String, String> keys,
      RunningServer server) {
    this.folder = folder;
    this.postgres = postgres;
    this.gemini = gemini;
    this.keys = keys;
    this.server = server;
  }

  /// Starts one with nothing set up. Gemini answers every photo with the recorded one.
  public static BridgeUnderTest start() throws IOException {
    return start(Map.of());
  }

  /// The same with these keys on top of the defaults.
  public static BridgeUnderTest start(Map<String, String> more) throws IOException {
    Path folder = Files.createTempDirectory("photobridge-browser-tests");
    var postgres = new OwnPostgres(folder.resolve("postgres"));
    var gemini = new FakeGemini();
    answerAsUsual(gemini);
    var keys = new HashMap<>(gemini.keys());
    keys.putAll(postgres.keys());
    keys.putAll(more);
    RunningServer server = RunningServer.start(folder.resolve("data"), keys);
    keys.put("HTTP_PORT", String.valueOf(server.uri("").getPort()));
    return new BridgeUnderTest(folder, postgres, gemini, keys, server);
  }

  /// Stops the server under the hands of its visitors.
  public void stopServer() {
    server.close();
  }

  /// Starts the server again at the same address with the same data.
  public void startServer() {
    server = RunningServer.start(folder.resolve("data"), keys);
  }

  /// The server.
  public RunningServer server() {
    return server;
  }

  /// The address of a page.
  public URI uri(String path) {
    return server.uri(path);
  }

  /// Gemini's stand-in. Its usual answer is set again after each test.
  public FakeGemini gemini() {
    return gemini;
  }

  void resetGemini() {
    answerAsUsual(gemini);
  }

  private static void answerAsUsual(FakeGemini gemini) {
    try {
      gemini.answers(FakeGemini.image(Photos.recorded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first operator, who has the short ingest links.
  public Account first() {
    return account(0);
  }

  /// The second operator.
  public Account second() {
    return account(1);
  }

  private Account account(int number) {
    var entry = List.copyOf(server.server().credentials().passwords().entrySet()).get(number);
    return new Account(entry.getKey().value(), entry.getValue());
  }

  /// The first account by the API.
  public Operator operator() throws IOException, InterruptedException {
    return Operator.signedIn(server, client);
  }

  /// Sends a photo to a slot of the first account as DSLR Remote Pro does.
  public HttpResponse<byte[]> boothSends(int slot) throws IOException, InterruptedException {
    return boothSends(Photos.recorded(), server.ingestLink(slot));
  }

  /// Sends a photo of one's own to a link that an operator copied.
  public HttpResponse<byte[]> boothSends(byte[] photo, URI link)
      throws IOException, InterruptedException {
    return DslrRequest.of(photo, server.ingestPassword()).send(client, link);
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    server.close();
    gemini.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(BridgeUnderTest::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Who may sign in.
  public record Account(String name, String password) {}
}
