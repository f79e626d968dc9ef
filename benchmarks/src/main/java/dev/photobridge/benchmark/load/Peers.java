package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.fake.GeminiJson;
import dev.photobridge.benchmark.server.BenchmarkSlot;
import dev.photobridge.benchmark.server.FakeProcess;
import dev.photobridge.benchmark.server.NginxProcess;
import dev.photobridge.benchmark.server.NginxProcess.Requests;
import dev.photobridge.benchmark.server.PhotobridgeProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All the ways to one fake provider, started for a benchmark: directly, through nginx, through
/// Photobridge.
final class Peers implements AutoCloseable {
  static final String DIRECT = "direct";
  static final String NGINX_BUFFERED = "nginx, default";
  static final String NGINX_UNBUFFERED = "nginx, unbuffered";
  static final String OURS_POSTGRES = "Photobridge, queue in PostgreSQL";
  static final String OURS_MEMORY = "Photobridge, queue in memory";

  private static final String CALL = "/v1beta/models/gemini-3-pro-image:generateContent";

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<Peer> all = new ArrayList<>();
  private final FakeProcess fake;
  private final Answer.Body json;
  private final Answer.Body image;

  private Peers(FakeProcess fake) {
    byte[] jpeg = FakeProcess.image();
    this.fake = fake;
    this.image = Answer.Body.of(jpeg);
    this.json = Answer.Body.of(GeminiJson.answer(jpeg));
    started.push(fake);
  }

  /// Starts them; nginx only where it is installed.
  ///
  /// @param folder gets what they write
  static Peers start(Path folder) throws IOException, InterruptedException {
    var peers = new Peers(FakeProcess.start(folder));
    boolean complete = false;
    try {
      peers.addJson(DIRECT, peers.fake.base());
      Optional<Path> nginx = NginxProcess.program();
      if (nginx.isPresent()) {
        peers.addNginx(
            nginx.get(), NGINX_BUFFERED, Requests.BUFFERED, folder.resolve("nginx-buffered"));
        peers.addNginx(
            nginx.get(), NGINX_UNBUFFERED, Requests.UNBUFFERED, folder.resolve("nginx-unbuffered"));
      }
      peers.addOurs(OURS_POSTGRES, "postgres", folder);
      peers.addOurs(OURS_MEMORY, "memory", folder);
      complete = true;
      return peers;
    } finally {
      if (!complete) {
        peers.close();
      }
    }
  }

  /// In the order in which they take turns.
  List<Peer> all() {
    return List.copyOf(all);
  }

  /// What the reader has to know of who took part.
  String note() {
    return all.stream().anyMatch(peer -> peer.name().equals(NGINX_BUFFERED))
        ? "nginx passes requests on with its defaults, but for the size of bodies; unbuffered: with"
            + " `proxy_request_buffering off`."
        : "nginx is not installed here, so there is nothing to hold the added latency against.";
  }

  /// How long the provider takes from now on.
  void providerTakes(Duration delay) throws IOException, InterruptedException {
    fake.delay(delay);
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a process can't be stopped", e);
      }
    }
  }

  private void addJson(String name, URI base) {
    all.add(
        new Peer(
            name,
            photo -> PreparedRequest.ofJson(base.resolve(CALL), GeminiJson.request(photo)),
            json));
  }

  private void addNginx(Path program, String name, Requests requests, Path folder)
      throws IOException, InterruptedException {
    var nginx = NginxProcess.start(program, requests, fake.base(), folder);
    started.push(nginx);
    addJson(name, nginx.base());
  }

  private void addOurs(String name, String queue, Path folder)
      throws IOException, InterruptedException {
    Map<String, String> keys = new HashMap<>(fake.keys());
    keys.put("QUEUE_MODE", queue);
    keys.put("MAX_PARALLEL_JOBS", "200");
    // nginx deletes what it buffered at once; who keeps gigabytes also measures how soon a virtual
    // machine's host finds memory for them
    keys.put("SOURCE_TTL_SEC", "1");
    var server = PhotobridgeProcess.start(folder.resolve("ours-" + queue), List.of(), keys);
    started.push(server);
    var slot = BenchmarkSlot.setUp(server);
    all.add(
        new Peer(
            name,
            photo -> PreparedRequest.ofBooth(slot.ingestLink(), slot.ingestPassword(), photo),
            image));
  }
}
