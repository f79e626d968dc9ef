package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.database.EmbeddedDatabase;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.HeldGemini;
import dev.photobridge.app.testing.Installation;
import dev.photobridge.app.testing.LiveEvents;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What open pages hear of booths' photos, on the assembled server.
class EventsTest {
  @TempDir private Path folder;
  private HeldGemini gemini;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void startGemini() throws IOException {
    gemini = new HeldGemini(Photos.small("IMG_0003.JPG"));
  }

  @AfterEach
  void stopGemini() {
    gemini.close();
    client.shutdownNow();
  }

  @Test
  void aPhotoIsSeenFromTheQueueToItsEnd() throws Exception {
    try (var server = started("only", Map.of());
        LiveEvents events = Operator.signedIn(server, client).events("/api/events")) {
      photosAreSeenFromTheQueueToTheirEnd(server, events);
    }
  }

  @Test
  void aPhotoThatAnotherNodeProcessesIsSeenToo() throws Exception {
    try (var postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
        var taker = started("taker", Installation.sharedKeys(folder, postgres, false));
        var worker = started("worker", Installation.sharedKeys(folder, postgres, true));
        LiveEvents ofTaker = Operator.signedIn(taker, client).events("/api/events");
        LiveEvents ofWorker = Operator.signedIn(worker, client).events("/api/events")) {
      ofWorker.next("ready");

      photosAreSeenFromTheQueueToTheirEnd(taker, ofTaker);

      assertThat(statesUntilAllEnded(ofWorker, 2).values())
          .allSatisfy(states -> assertThat(states).endsWith("SUCCEEDED"));
    }
  }

  /// One photo is held at its provider, the other one waits behind it.
  private void photosAreSeenFromTheQueueToTheirEnd(RunningServer server, LiveEvents events)
      throws Exception {
    events.next("ready");
    CompletableFuture<HttpResponse<byte[]>> first = posted(server);
    LiveEvents.Event running = events.next("job");
    if (running.state().equals("QUEUED")) {
      running = events.next("job");
    }
    assertThat(running.state()).isEqualTo("RUNNING");
    CompletableFuture<HttpResponse<byte[]>> second = posted(server);
    LiveEvents.Event queued = nextOfAnother(events, running.job());
    assertThat(queued.state()).isEqualTo("QUEUED");

    gemini.letGo();

    Map<String, List<String>> states = statesUntilAllEnded(events, 2);
    assertThat(states.get(running.job())).endsWith("SUCCEEDED").doesNotContain("QUEUED");
    assertThat(states.get(queued.job())).endsWith("SUCCEEDED");
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(second.join().statusCode()).isEqualTo(200);
  }

  /// A job that runs may be heard of again, as when its provider is asked.
  private static LiveEvents.Event nextOfAnother(LiveEvents events, String job)
      throws InterruptedException {
    LiveEvents.Event event = events.next("job");
    while (event.job().equals(job)) {
      event = events.next("job");
    }
    return event;
  }

  @Test
  void whoeverWatchesOneJobSeesItAsItIsShownAndThenItsEnd() throws Exception {
    try (var server = started("only", Map.of())) {
      Operator operator = Operator.signedIn(server, client);
      CompletableFuture<HttpResponse<byte[]>> photo = posted(server);
      String id = idOfLatest(operator);
      assertThat(Operator.ofSecondAccount(server, client).get(path(id)).statusCode())
          .as("another account's job")
          .isEqualTo(404);
      try (LiveEvents events = operator.events(path(id))) {
        assertThat(events.next("job").job()).isEqualTo(id);
        gemini.letGo();
        LiveEvents.Event event = events.next();
        LiveEvents.Event last = event;
        while (event.name().equals("job")) {
          last = event;
          event = events.next();
        }

        assertThat(event.name()).isEqualTo("end");
        assertThat(events.next().name()).isEqualTo("closed");
        assertThat(photo.join().statusCode()).isEqualTo(200);
        assertThat(last.data()).isEqualTo(operator.getJson("/api/jobs/" + id));
        assertThat(last.data().path("result_available").asBoolean()).isTrue();
      }
      try (LiveEvents afterwards = operator.events(path(id))) {
        assertThat(afterwards.next("job").state()).isEqualTo("SUCCEEDED");
        afterwards.next("end");
        afterwards.next("closed");
      }
    }
  }

  @Test
  void aServerThatStopsEndsItsStreamsInOrder() throws Exception {
    try (var server = started("only", Map.of());
        LiveEvents events = Operator.signedIn(server, client).events("/api/events")) {
      events.next("ready");

      server.server().close();

      assertThat(events.next().name()).isEqualTo("closed");
    }
  }

  private static String path(String job) {
    return "/api/jobs/" + job + "/events";
  }

  private static String idOfLatest(Operator operator) throws IOException, InterruptedException {
    try (LiveEvents events = operator.events("/api/events")) {
      events.next("ready");
      String id = operator.getJson("/api/jobs").at("/data/0/id").asText();
      return id.isEmpty() ? events.next("job").job() : id;
    }
  }

  private static Map<String, List<String>> statesUntilAllEnded(LiveEvents events, int jobs)
      throws InterruptedException {
    var states = new HashMap<String, List<String>>();
    int ended = 0;
    while (ended < jobs) {
      LiveEvents.Event event = events.next("job");
      states.computeIfAbsent(event.job(), _ -> new ArrayList<>()).add(event.state());
      ended += event.data().has("finished_at") ? 1 : 0;
    }
    return states;
  }

  private CompletableFuture<HttpResponse<byte[]>> posted(RunningServer server) throws IOException {
    return client.sendAsync(
        DslrRequest.of(Photos.recorded(), server.ingestPassword()).request(server.ingestLink(1)),
        BodyHandlers.ofByteArray());
  }

  private RunningServer started(String name, Map<String, String> more) {
    var keys = new HashMap<>(gemini.keys());
    keys.put("MAX_PARALLEL_JOBS", "1");
    keys.putAll(more);
    var server = RunningServer.start(folder.resolve(name), keys);
    server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
    return server;
  }
}
