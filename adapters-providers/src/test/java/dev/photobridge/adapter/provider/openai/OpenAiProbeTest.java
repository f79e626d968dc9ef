package dev.photobridge.adapter.provider.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.FakeOpenAi;
import dev.photobridge.adapter.provider.testing.OpenAiContract;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.job.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiProbeTest {
  private static final String MODELS =
      "{\"object\":\"list\",\"data\":[{\"id\":\"gpt-image-of-tests\"},{\"id\":\"other\"}]}";

  private final OpenAiFixture openAi = new OpenAiFixture();

  @AfterEach
  void stop() {
    openAi.close();
  }

  @Test
  void aKeyThatListsTheModelWorks() throws Exception {
    openAi.fake().answers(FakeOpenAi.json(MODELS));
    assertThat(check(openAi, "gpt-image-of-tests", Optional.of(FakeOpenAi.KEY)))
        .isEqualTo(new ProviderCheck.Works("it has the models of the catalogue"));
    openAi.fake().assertAllRequestsWereAllowed();
    assertThat(openAi.fake().request().getUrl()).isEqualTo("/v1/models");
  }

  @Test
  void aMissingModelIsNamed() throws Exception {
    openAi.fake().answers(FakeOpenAi.json(MODELS));
    assertThat(check(openAi, "gone", Optional.of(FakeOpenAi.KEY)))
        .isEqualTo(new ProviderCheck.Works("its list of 2 models lacks gone"));
  }

  @Test
  void aServerOfOnesOwnIsAskedWithoutAKey() throws Exception {
    try (var own = new OpenAiFixture(OpenAiContract.ownServer())) {
      own.fake().answers(FakeOpenAi.json(MODELS));
      var server =
          OpenAiFixture.server(
              own.fake().address(), Optional.empty(), Map.of("key_required", "false"));
      assertThat(new OpenAiProbe(own.http(), server, List.of()).check(Duration.ofSeconds(20)))
          .isInstanceOf(ProviderCheck.Works.class);
    }
  }

  @Test
  void aWrongKeyIsTheKeysFault() throws Exception {
    openAi
        .fake()
        .answers(
            aResponse()
                .withStatus(401)
                .withBody("{\"error\":{\"message\":\"Incorrect: " + FakeOpenAi.KEY + "\"}}"));
    var check =
        (ProviderCheck.Fails) check(openAi, "gpt-image-of-tests", Optional.of(FakeOpenAi.KEY));
    assertThat(check.failure().kind()).isEqualTo(FailureKind.KEY_REJECTED);
    assertThat(check.failure().detail()).contains("Incorrect").doesNotContain(FakeOpenAi.KEY);
  }

  @Test
  void anotherPageAtTheAddressIsNotTakenForTheService() throws Exception {
    openAi.fake().answers(FakeOpenAi.json("<html>"));
    var check = (ProviderCheck.Fails) check(openAi, "any", Optional.of(FakeOpenAi.KEY));
    assertThat(check.failure().kind()).isEqualTo(FailureKind.UNUSABLE_ANSWER);
  }

  @Test
  void withoutAKeyNothingIsAsked() throws Exception {
    assertThat(check(openAi, "any", Optional.empty())).isEqualTo(new ProviderCheck.NoKey());
    assertThat(openAi.fake().calls()).isZero();
  }

  private static ProviderCheck check(OpenAiFixture service, String model, Optional<String> key)
      throws InterruptedException {
    var server = OpenAiFixture.server(service.fake().address(), key, Map.of());
    return new OpenAiProbe(service.http(), server, List.of(model)).check(Duration.ofSeconds(20));
  }
}
