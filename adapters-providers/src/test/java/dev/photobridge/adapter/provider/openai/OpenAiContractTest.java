package dev.photobridge.adapter.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.FakeOpenAi;
import dev.photobridge.adapter.provider.testing.OpenAiContract;
import dev.photobridge.application.port.out.ProviderOutcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stand-in refuses what the services would.
class OpenAiContractTest {
  @TempDir Path folder;
  private final OpenAiFixture openAi = new OpenAiFixture();
  private final OpenAiFixture own = new OpenAiFixture(OpenAiContract.ownServer());

  @AfterEach
  void stop() {
    openAi.close();
    own.close();
  }

  @ParameterizedTest
  @CsvSource({
    "form.strength, 0.5",
    "form.Quality, low",
    "form.quality, Low",
    "form.output_format, JPEG",
    "form.output_compression, 101",
    "form.n, 2",
    "response_format, b64_json",
    "size, 1024×1024",
    "image_field, image",
    "image_field, images",
    "auth_header, X-Api-Key",
    "auth_scheme, Token",
    "edits_path, /v1/images/edit",
    "form.prompt, ''",
  })
  void whatOpenAiDoesNotTake(String parameter, String value) throws Exception {
    assertRefused(openAi, Map.of(parameter, value));
  }

  @ParameterizedTest
  @CsvSource({
    "form.quality, low",
    "form.seed, -1",
    "form.guidance_scale, much",
    "response_format, base64",
    "key_required, true",
  })
  void whatAServerOfOnesOwnDoesNotTake(String parameter, String value) throws Exception {
    var parameters = new HashMap<>(Map.of("image_field", "image", "key_required", "false"));
    parameters.put(parameter, value);
    assertRefused(own, parameters);
  }

  @Test
  void aPromptThatIsTooLong() throws Exception {
    assertRefused(openAi, Map.of("form.prompt", "x".repeat(32_001)));
  }

  @Test
  void anImageUnderTwoNames() throws Exception {
    assertRefused(own, Map.of("key_required", "false", "form.image", "x"));
  }

  private void assertRefused(OpenAiFixture service, Map<String, String> parameters)
      throws Exception {
    service.fake().answers(FakeOpenAi.image(new byte[] {1}));
    var drafts = new DraftFolder(folder);
    CallFixture call = service.aCall(drafts);
    var server =
        OpenAiFixture.server(
            service.fake().address(),
            parameters.getOrDefault("key_required", "true").equals("true")
                ? Optional.of(FakeOpenAi.KEY)
                : Optional.empty(),
            parameters);
    assertThat(service.provider(server).process(call.build()))
        .isInstanceOf(ProviderOutcome.Failed.class);
    assertThat(drafts.left()).isZero();
  }
}
