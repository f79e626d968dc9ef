package dev.photobridge.adapter.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.link.SignedCallbackAddresses;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.testing.JobFixtures;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksHandlerTest {
  private static final JobId JOB = JobFixtures.aJobId(7);
  private static final String SECRET = "a secret for tests alone, thirty-two and more";

  private final SignedCallbackAddresses addresses =
      new SignedCallbackAddresses(URI.create("https://booth.example/"), SECRET);
  private final List<JobId> woken = new CopyOnWriteArrayList<>();
  private final List<Optional<String>> reports = new CopyOnWriteArrayList<>();
  private final TestServer server =
      TestServer.start(TestHandlers.of(new WebhooksHandler(this::wake, addresses)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReportAtTheJobsAddressWakesTheJobWhateverItSays() throws IOException {
    String path = pathOf(JOB);

    assertThat(post(path, "{\"success\":true}").status()).isEqualTo(204);
    assertThat(post(path, "<not json").status()).isEqualTo(204);
    assertThat(woken).containsExactly(JOB, JOB);
    assertThat(reports)
        .containsExactly(Optional.of("{\"success\":true}"), Optional.of("<not json"));
  }

  @Test
  void whatIsNoReportWakesTheJobAllTheSame() throws IOException {
    assertThat(post(pathOf(JOB), "").status()).isEqualTo(204);
    assertThat(post(pathOf(JOB), "x".repeat((64 << 10) + 1)).status()).isEqualTo(204);

    assertThat(woken).containsExactly(JOB, JOB);
    assertThat(reports).containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void noAddressCanBeMadeUp() throws IOException {
    String signature = pathOf(JOB).replaceFirst(".*/", "");
    JobId other = JobFixtures.aJobId(8);

    assertThat(post("/webhooks/" + other + "/" + signature, "{}").status()).isEqualTo(404);
    assertThat(post("/webhooks/" + JOB + "/" + "A".repeat(43), "{}").status()).isEqualTo(404);
    assertThat(post("/webhooks/" + JOB + "/short", "{}").status()).isEqualTo(404);
    assertThat(post("/webhooks/no-uuid/" + signature, "{}").status()).isEqualTo(400);
    assertThat(woken).isEmpty();
  }

  @Test
  void addressesStandBelowThePublicOneAndAreTheSameOnEveryNode() {
    var elsewhere = new SignedCallbackAddresses(URI.create("https://booth.example"), SECRET);

    assertThat(addresses.of(JOB)).isEqualTo(elsewhere.of(JOB));
    assertThat(addresses.of(JOB)).startsWith("https://booth.example/webhooks/" + JOB);
    assertThat(
            new SignedCallbackAddresses(URI.create("https://booth.example"), SECRET + "x").of(JOB))
        .isNotEqualTo(addresses.of(JOB));
  }

  private void wake(JobId job, @Nullable String report) {
    woken.add(job);
    reports.add(Optional.ofNullable(report));
  }

  private String pathOf(JobId job) {
    return URI.create(addresses.of(job)).getPath();
  }

  private RawResponse post(String path, String body) throws IOException {
    try (var client = server.connect()) {
      return client.json("POST", path, body);
    }
  }
}
