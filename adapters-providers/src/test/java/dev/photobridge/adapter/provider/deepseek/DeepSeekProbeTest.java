package dev.photobridge.adapter.provider.deepseek;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.http.ConnectionSettings;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ServiceAddress;
import dev.photobridge.adapter.provider.testing.FakeDeepSeek;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.job.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeepSeekProbeTest {
  private final FakeDeepSeek fake = new FakeDeepSeek();
  private final ProviderHttpClient http =
      new ProviderHttpClient(
          ConnectionSettings.direct().withConnectTimeout(Duration.ofSeconds(20)));

  @AfterEach
  void stop() {
    http.close();
    fake.close();
  }

  @Test
  void tellsTheBalance() throws Exception {
    answer(
        200,
        """
        {"is_available":true,"balance_infos":[
          {"currency":"USD","total_balance":"12.50"},{"currency":"CNY","total_balance":"3.00"}]}
        """);
    assertThat(check()).isEqualTo(new ProviderCheck.Works("the balance is 12.50 USD, 3.00 CNY"));
    fake.assertAllRequestsWereAllowed();
  }

  @Test
  void aBalanceThatDoesNotSufficeFails() throws Exception {
    answer(
        200,
        """
        {"is_available":false,"balance_infos":[{"currency":"USD","total_balance":"0.00"}]}
        """);
    assertFails(FailureKind.QUOTA_EXHAUSTED, "0.00 USD");
  }

  @Test
  void aWrongKeyIsTheKeysFault() throws Exception {
    answer(401, "{\"error\":{\"message\":\"Wrong key " + FakeDeepSeek.KEY + "\"}}");
    assertFails(FailureKind.KEY_REJECTED, "DEEPSEEK_API_KEY");
  }

  @Test
  void anotherPageAtTheAddressIsNotTakenForTheService() throws Exception {
    answer(200, "<html>");
    assertFails(FailureKind.UNUSABLE_ANSWER, "no balance in it");
  }

  @Test
  void withoutAKeyNothingIsAsked() throws Exception {
    assertThat(probe(Optional.empty()).check(Duration.ofSeconds(20)))
        .isEqualTo(new ProviderCheck.NoKey());
    assertThat(fake.calls()).isZero();
  }

  private void assertFails(FailureKind kind, String detail) throws InterruptedException {
    var failure = ((ProviderCheck.Fails) check()).failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.detail()).contains(detail).doesNotContain(FakeDeepSeek.KEY);
  }

  private void answer(int status, String body) {
    fake.answers(aResponse().withStatus(status).withBody(body));
  }

  private ProviderCheck check() throws InterruptedException {
    return probe(Optional.of(FakeDeepSeek.KEY)).check(Duration.ofSeconds(20));
  }

  private DeepSeekProbe probe(Optional<String> key) {
    return new DeepSeekProbe(http, ServiceAddress.of(fake.address()), () -> key);
  }
}
