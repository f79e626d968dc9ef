package dev.photobridge.adapter.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.adapter.http.call.SignedIn;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.session.OperatorAccess.AccessOutcome;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.JobEvent;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.WatchJobsOutcome;
import dev.photobridge.domain.account.OperatorSession;
import dev.photobridge.domain.account.SessionId;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.testing.JobFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsHandlerTest {
  private static final String SERG = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final Instant NOW = JobFixtures.RECEIVED_AT;
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final Job RUNNING = JobFixtures.aRunningJob();
  private static final Job FAILED =
      JobFixtures.aRunningJob().fail(JobFixtures.aFailure(FailureKind.REFUSED), NOW);
  private static final String OF_ONE = "/api/jobs/" + RUNNING.id() + "/events";

  private static final SignedIn SERGS =
      new SignedIn(
          new OperatorSession(new SessionId(new UUID(0, 1)), SlotFixtures.SERG, NOW),
          NOW.plusSeconds(3600));

  private final FakeWatch watch = new FakeWatch();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private TestServer server = server(LONG, Duration.ofSeconds(30));

  private TestServer server(Duration heartbeat, Duration idleTimeout) {
    var handler = new EventsHandler(watch, new ErrorMessages(), heartbeat, now::get);
    return TestServer.start(
        TestHandlers.of(handler), _ -> new AccessOutcome.Granted(SERGS), idleTimeout);
  }

  private void serveWith(Duration heartbeat, Duration idleTimeout) {
    server.close();
    server = server(heartbeat, idleTimeout);
  }

  @AfterEach
  void stop() {
    watch.end();
    server.close();
  }

  private RawClient opened(String path, String... headers) throws IOException {
    return server
        .connect()
        .send(
            "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("", headers) + "\r\n");
  }

  private static JobEvent changed(Job job) {
    return new JobEvent.Changed(
        new JobView(job, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /// The data of the next event, which must have this name.
  private static JsonNode event(RawClient client, String name) throws IOException {
    String frame = client.readChunk();
    assertThat(frame).startsWith("event: " + name + "\ndata: ").endsWith("\n\n");
    String data = frame.substring(("event: " + name + "\ndata: ").length());
    assertThat(data.strip()).as("one line").doesNotContain("\n");
    return json(data);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void headersComeAtOnceAndEventsOneByOne() throws Exception {
    try (RawClient client = opened("/api/events")) {
      RawResponse head = client.readHead();
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("Content-Type")).contains("text/event-stream");
      assertThat(head.header("Cache-Control")).contains("no-store");
      assertThat(head.header("X-Accel-Buffering")).contains("no");
      FakeWatch.Events events = watch.next();
      assertThat(events.of).isEqualTo("serg");

      events.coming.add(new JobEvent.Ready());
      assertThat(event(client, "ready")).isEmpty();
      events.coming.add(changed(RUNNING));
      JsonNode job = event(client, "job");
      assertThat(job.get("id").asText()).isEqualTo(RUNNING.id().toString());
      assertThat(job.get("state").asText()).isEqualTo("RUNNING");
      assertThat(job.has("history")).as("absent in lists").isFalse();
      events.coming.add(new JobEvent.Deleted(RUNNING.id()));
      assertThat(event(client, "job_deleted")).isEqualTo(json("{\"id\":\"" + RUNNING.id() + "\"}"));

      events.coming.add(new JobEvent.Over());
      assertThat(client.readChunk()).as("the end").isEmpty();
      assertThat(events.isClosed()).isTrue();
    }
  }

  @Test
  void theStreamIsWhatTheContractSays() throws Exception {
    try (RawClient client = opened("/api/events")) {
      FakeWatch.Events events = watch.next();
      events.coming.add(changed(RUNNING));
      events.coming.add(new JobEvent.Over());

      assertThat(client.read("GET", "/api/events").text()).startsWith("event: job\n");
    }
  }

  @Test
  void theStreamOfAJobEndsAfterItsEnd() throws Exception {
    try (RawClient client = opened(OF_ONE)) {
      FakeWatch.Events events = watch.next();
      assertThat(events.of).isEqualTo("serg/" + RUNNING.id());
      client.readHead();

      events.coming.add(changed(RUNNING));
      assertThat(event(client, "job").get("state").asText()).isEqualTo("RUNNING");
      events.coming.add(
          changed(JobFixtures.aRunningJob().succeed(RUNNING.order().source(), new Cost(7), NOW)));
      assertThat(event(client, "job").get("state").asText()).isEqualTo("SUCCEEDED");

      assertThat(event(client, "end")).isEmpty();
      assertThat(client.readChunk()).isEmpty();
      assertThat(events.isClosed()).isTrue();
    }
  }

  @Test
  void theStreamOfAJobThatIsDeletedEnds() throws Exception {
    try (RawClient client = opened(OF_ONE)) {
      client.readHead();

      watch.next().coming.add(new JobEvent.Deleted(RUNNING.id()));

      assertThat(event(client, "end")).isEmpty();
      assertThat(client.readChunk()).isEmpty();
    }
  }

  @Test
  void theStreamOfAJobEndsWithTheServerAndSaysNothingOfTheJobsEnd() throws Exception {
    try (RawClient client = opened(OF_ONE)) {
      client.readHead();

      watch.next().coming.add(new JobEvent.Over());

      assertThat(client.readChunk()).isEmpty();
    }
  }

  @Test
  void failuresAreToldInThePagesLanguage() throws Exception {
    var texts = Map.of("en", "The provider refused", "ru", "Провайдер отказался");
    for (var language : texts.entrySet()) {
      try (RawClient client =
          opened("/api/events", "Accept-Language: " + language.getKey() + "\r\n")) {
        client.readHead();
        watch.next().coming.add(changed(FAILED));

        assertThat(event(client, "job").at("/failure/message").asText())
            .startsWith(language.getValue());
      }
    }
  }

  @Test
  void refusalsAreErrorsAsEverywhere() throws IOException {
    watch.refuse(new WatchJobsOutcome.JobUnknown());
    try (RawClient client = server.connect()) {
      RawResponse unknown = client.request("GET", OF_ONE, SERG);
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.error("job_not_found")).isNotEmpty();

      watch.refuse(new WatchJobsOutcome.TooMany(32));
      RawResponse tooMany = client.request("GET", "/api/events", SERG);
      assertThat(tooMany.status()).isEqualTo(429);
      assertThat(tooMany.header("Retry-After")).contains("30");
      assertThat(tooMany.error("too_many_streams").get("limit").asInt()).isEqualTo(32);

      watch.refuse(new WatchJobsOutcome.Stopping());
      RawResponse stopping = client.request("GET", "/api/events", SERG);
      assertThat(stopping.status()).isEqualTo(503);
      assertThat(stopping.error("shutting_down")).isEmpty();
    }
  }

  @Test
  void silenceIsFilledWithCommentsLongerThanTheServersPatience() throws Exception {
    serveWith(OFTEN, OFTEN.multipliedBy(5));
    try (RawClient client = opened("/api/events")) {
      client.readHead();
      FakeWatch.Events events = watch.next();
      for (int i = 0; i < 20; i++) {
        assertThat(client.readChunk()).isEqualTo(":\n\n");
      }

      events.coming.add(new JobEvent.Ready());

      String chunk = client.readChunk();
      while (chunk.equals(":\n\n")) {
        chunk = client.readChunk();
      }
      assertThat(chunk).isEqualTo("event: ready\ndata: {}\n\n");
    }
  }

  @Test
  void theStreamEndsWhenTheOperatorIsNoLongerSignedIn() throws Exception {
    serveWith(OFTEN, LONG);
    try (RawClient client = opened("/api/events")) {
      client.readHead();
      FakeWatch.Events events = watch.next();
      assertThat(client.readChunk()).isEqualTo(":\n\n");

      now.set(NOW.plusSeconds(3600));

      String chunk = client.readChunk();
      while (chunk.equals(":\n\n")) {
        chunk = client.readChunk();
      }
      assertThat(chunk).as("the end").isEmpty();
      assertThat(events.isClosed()).isTrue();
    }
  }

  @Test
  void whoeverGoesAwayIsForgotten() throws Exception {
    serveWith(OFTEN, LONG);
    RawClient client = opened("/api/events");
    client.readHead();
    FakeWatch.Events events = watch.next();

    client.close();

    assertThat(events.isClosed()).isTrue();
  }

  @Test
  void whoeverDoesNotReadIsCutAndKeepsNobodyElseWaiting() throws Exception {
    serveWith(LONG, Duration.ofMillis(500));
    JobEvent large =
        changed(
            QueuedJob.accepted(
                JobFixtures.anOrder().withFields(Map.of("name", "x".repeat(500_000))).build()));
    try (RawClient slow = opened("/api/events");
        RawClient quick = server.connect()) {
      FakeWatch.Events slows = watch.next();
      for (int i = 0; i < 100; i++) {
        slows.coming.add(large);
      }
      slow.readHead();
      quick.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n").readHead();
      watch.next().coming.add(new JobEvent.Ready());
      assertThat(event(quick, "ready")).isEmpty();

      assertThat(slows.isClosed()).isTrue();
      assertThat(slows.coming).as("never sent").isNotEmpty();
    }
  }
}
