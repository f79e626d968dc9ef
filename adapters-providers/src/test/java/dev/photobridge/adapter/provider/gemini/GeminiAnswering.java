package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.application.port.out.ProviderOutcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// For tests of what comes of one answer of the service.
abstract class GeminiAnswering {
  static GeminiFixture gemini;
  @TempDir static Path photos;
  @TempDir Path folder;
  DraftFolder drafts;

  @BeforeAll
  static void start() throws IOException {
    gemini = new GeminiFixture(photos);
  }

  @AfterAll
  static void stop() {
    gemini.close();
  }

  @BeforeEach
  void forget() {
    gemini.fake().server().resetAll();
    drafts = new DraftFolder(folder);
  }

  ProviderOutcome process() throws InterruptedException {
    return gemini.provider().process(gemini.aCall(drafts).build());
  }

  static void answer(int status, String body) {
    ResponseDefinitionBuilder answer = aResponse().withStatus(status);
    gemini.fake().answers(answer.withBody(json(body)));
  }
}
