package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.domain.job.FailureKind;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeminiKeyProbeTest {
  private static final String MODEL = "/v1beta/models/" + FakeGemini.MODEL;

  private final FakeGemini fake = new FakeGemini();
  private final HttpClient client = ProviderHttpClient.newHttpClient(Duration.ofSeconds(20));

  @AfterEach
  void stop() {
    client.shutdownNow();
    fake.close();
  }

  @Test
  void aKeyThatKnowsTheModelWorks() throws Exception {
    fake.server()
        .stubFor(
            get(urlEqualTo(MODEL))
                .withHeader("x-goog-api-key", equalTo(GeminiFixture.KEY))
                .willReturn(
                    aResponse().withBody("{\"name\":\"models/" + FakeGemini.MODEL + "\"}")));
    assertThat(check(Optional.of(GeminiFixture.KEY))).isInstanceOf(GeminiKeyCheck.Works.class);
  }

  @Test
  void aWrongKeyIsTheKeysFault() throws Exception {
    answer(403, "{\"error\":{\"message\":\"Not " + GeminiFixture.KEY + "\"}}");
    assertFails(FailureKind.KEY_REJECTED, check(Optional.of(GeminiFixture.KEY)));
  }

  @Test
  void aRetiredModelIsTheModelsFault() throws Exception {
    answer(404, "{}");
    assertFails(FailureKind.REQUEST_REJECTED, check(Optional.of(GeminiFixture.KEY)));
  }

  @Test
  void anotherPageAtTheAddressIsNotTakenForTheService() throws Exception {
    answer(200, "<html>");
    assertFails(FailureKind.UNUSABLE_ANSWER, check(Optional.of(GeminiFixture.KEY)));
    answer(200, "{}");
    assertFails(FailureKind.UNUSABLE_ANSWER, check(Optional.of(GeminiFixture.KEY)));
  }

  @Test
  void withoutAKeyNothingIsAsked() throws Exception {
    assertFails(FailureKind.KEY_REJECTED, check(Optional.empty()));
    assertThat(fake.server().getAllServeEvents()).isEmpty();
  }

  private void answer(int status, String body) {
    fake.server()
        .stubFor(get(urlEqualTo(MODEL)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private GeminiKeyCheck check(Optional<String> key) throws InterruptedException {
    var probe =
        new GeminiKeyProbe(
            new ProviderHttpClient(client), GeminiAddress.of(fake.address()), () -> key);
    return probe.check(FakeGemini.MODEL, Duration.ofSeconds(20));
  }

  private static void assertFails(FailureKind kind, GeminiKeyCheck check) {
    assertThat(check).isInstanceOf(GeminiKeyCheck.Fails.class);
    var failure = ((GeminiKeyCheck.Fails) check).failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.detail()).doesNotContain(GeminiFixture.KEY);
  }
}
