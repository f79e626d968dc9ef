package dev.photobridge.adapter.http.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsHandlerTest {
  private static final ProviderId GEMINI = new ProviderId("gemini");

  private final Metrics metrics = new Metrics();
  private final PrometheusMeters meters = metrics.meters(List.of("gemini"));

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void photosCallsJobsAndCostsAreCountedByProvider() throws IOException {
    meters.photoAnswered(photo(ProcessingOrigin.BOOTH, ProcessingStatus.SUCCESS));
    meters.photoAnswered(photo(ProcessingOrigin.OPERATOR, ProcessingStatus.ERROR));
    meters.callEnded(GEMINI, failed(FailureKind.RATE_LIMITED), Duration.ofSeconds(3));
    meters.attemptRepeated(GEMINI);
    meters.jobEnded(GEMINI, JobState.SUCCEEDED_LATE);
    meters.spent(GEMINI, new Cost(40_500));
    meters.spent(GEMINI, new Cost(500));

    assertThat(lines(Optional.empty()))
        .contains(
            "photobridge_photos_total{origin=\"booth\",outcome=\"success\",provider=\"gemini\"}"
                + " 1.0",
            "photobridge_photos_total{origin=\"booth\",outcome=\"timeout\",provider=\"gemini\"}"
                + " 0.0",
            "photobridge_photos_total{origin=\"operator\",outcome=\"error\",provider=\"gemini\"}"
                + " 1.0",
            "photobridge_photo_response_seconds_bucket{provider=\"gemini\",le=\"5.0\"} 0",
            "photobridge_photo_response_seconds_bucket{provider=\"gemini\",le=\"10.0\"} 1",
            "photobridge_photo_response_seconds_count{provider=\"gemini\"} 1",
            "photobridge_provider_calls_total{outcome=\"rate_limited\",provider=\"gemini\"} 1.0",
            "photobridge_provider_call_seconds_sum{provider=\"gemini\"} 3.0",
            "photobridge_job_retries_total{provider=\"gemini\"} 1.0",
            "photobridge_jobs_ended_total{provider=\"gemini\",state=\"succeeded_late\"} 1.0",
            "photobridge_cost_dollars_total{provider=\"gemini\"} 0.041");
  }

  @Test
  void howThingsStandIsLookedUpOnceEachTime() throws IOException {
    var looks = new int[1];
    metrics.watch(
        "photobridge.things",
        "Things",
        List.of("a", "b"),
        key -> List.of("kind", key),
        () -> Map.of("a", ++looks[0]));

    assertThat(lines(Optional.empty()))
        .contains("photobridge_things{kind=\"a\"} 1.0", "photobridge_things{kind=\"b\"} 0.0");
    assertThat(lines(Optional.empty())).contains("photobridge_things{kind=\"a\"} 2.0");
  }

  @Test
  void whatCannotBeLookedUpIsUnknownAndKeepsNothingElseBack() throws IOException {
    metrics.watch(
        "photobridge.things",
        "Things",
        () -> {
          throw new IllegalStateException("no database");
        });

    assertThat(lines(Optional.empty()))
        .contains(
            "photobridge_things NaN", "photobridge_job_retries_total{provider=\"gemini\"} 0.0");
  }

  @Test
  void requestsAreCountedByOperationAndNeverByPath() throws IOException {
    try (TestServer server = started(Optional.empty())) {
      get(server, "/metrics");
      try (RawClient client = server.connect()) {
        client.send("GET /wp-admin/secret?token=abc HTTP/1.1\r\nHost: a\r\n\r\n").readUnchecked();
      }
      try (RawClient client = server.connect()) {
        client.send("BREW /metrics HTTP/1.1\r\nHost: a\r\n\r\n").readUnchecked();
      }

      String text = get(server, "/metrics").text();

      assertThat(text)
          .contains(
              "photobridge_http_request_seconds_count"
                  + "{method=\"GET\",operation=\"/metrics\",status=\"200\"} 1\n")
          .contains(
              "photobridge_http_request_seconds_count"
                  + "{method=\"GET\",operation=\"none\",status=\"404\"} 1\n")
          .doesNotContain("wp-admin")
          .doesNotContain("BREW");
    }
  }

  @Test
  void withATokenTheyAreForWhoeverKnowsIt() throws IOException {
    try (TestServer server = started(Optional.of("watching"))) {
      RawResponse missing = get(server, "/metrics");
      RawResponse wrong = get(server, "/metrics", "Authorization: Bearer watchin");
      RawResponse right = get(server, "/metrics", "Authorization: bearer watching");

      assertThat(missing.status()).isEqualTo(401);
      missing.error("token_missing");
      assertThat(missing.header("WWW-Authenticate")).contains("Bearer");
      assertThat(wrong.status()).isEqualTo(401);
      wrong.error("token_invalid");
      assertThat(right.status()).isEqualTo(200);
      assertThat(right.header("Content-Type").orElseThrow()).startsWith("text/plain");
    }
  }

  private List<String> lines(Optional<String> token) throws IOException {
    try (TestServer server = started(token)) {
      return get(server, "/metrics").text().lines().toList();
    }
  }

  private TestServer started(Optional<String> token) {
    return TestServer.start(
        TestHandlers.of(new MetricsHandler(metrics, token)), metrics.requests());
  }

  private static RawResponse get(TestServer server, String path, String... headers)
      throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("GET", path, headers);
    }
  }

  private static ProviderOutcome failed(FailureKind kind) {
    return new ProviderOutcome.Failed(JobFailure.of(kind, "WHY", "why"));
  }

  private static ProcessingLogEntry photo(ProcessingOrigin origin, ProcessingStatus status) {
    return new ProcessingLogEntry(
        new SlotAddress(new AccountName("serg"), SlotId.number(1)),
        origin,
        GEMINI,
        null,
        false,
        Instant.EPOCH,
        status,
        Duration.ofSeconds(7),
        Cost.ZERO,
        null);
  }
}
