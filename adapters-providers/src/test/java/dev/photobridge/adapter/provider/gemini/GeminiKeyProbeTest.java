package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.job.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeminiKeyProbeTest {
  private static final String MODEL = "/v1beta/models/" + FakeGemini.MODEL;

  private final FakeGemini fake = new FakeGemini();
  private final ProviderHttpClient client = GeminiFixture.client();

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  @Test
  void aKeyThatKnowsTheModelWorks() throws Exception {
    fake.server()
        .stubFor(
            get(urlEqualTo(MODEL))
                .withHeader("x-goog-api-key", equalTo(GeminiFixture.KEY))
                .willReturn(
                    aResponse()
                        .withBody(
                            """
                            {"name":"models/m","displayName":"Nano Banana","inputTokenLimit":131072,
                             "outputTokenLimit":32768}\
                            """)));
    assertThat(check(Optional.of(GeminiFixture.KEY)))
        .isEqualTo(
            new ProviderCheck.Works(
                "the key may use the model gemini-nano-banana-2.1 (Nano Banana): 131072 tokens in,"
                    + " 32768 out"));
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
    assertThat(check(Optional.empty())).isEqualTo(new ProviderCheck.NoKey());
    assertThat(check(Optional.of(" "))).isEqualTo(new ProviderCheck.NoKey());
    assertFails(FailureKind.KEY_REJECTED, check(Optional.of("no key")));
    assertThat(fake.server().getAllServeEvents()).isEmpty();
  }

  private void answer(int status, String body) {
    fake.server()
        .stubFor(get(urlEqualTo(MODEL)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private ProviderCheck check(Optional<String> key) throws InterruptedException {
    var probe =
        new GeminiKeyProbe(client, GeminiAddress.of(fake.address()), () -> key, FakeGemini.MODEL);
    return probe.check(Duration.ofSeconds(20));
  }

  private static void assertFails(FailureKind kind, ProviderCheck check) {
    assertThat(check).isInstanceOf(ProviderCheck.Fails.class);
    var failure = ((ProviderCheck.Fails) check).failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.detail()).doesNotContain(GeminiFixture.KEY);
  }
}
