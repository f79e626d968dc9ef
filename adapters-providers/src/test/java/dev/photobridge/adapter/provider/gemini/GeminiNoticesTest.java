package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.domain.provider.ModelNotice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class GeminiNoticesTest {
  @TempDir Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger(GeminiNotices.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private GeminiFixture gemini;

  @BeforeEach
  void start() throws IOException {
    gemini = new GeminiFixture(folder);
    logged.start();
    logger.addAppender(logged);
    logger.setAdditive(false);
    logger.setLevel(Level.TRACE);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(logged);
    logger.setAdditive(true);
    logger.setLevel(null);
    gemini.close();
  }

  @Test
  void warnsOnceThatAModelEnds() throws Exception {
    process("DEPRECATED", 3);
    assertThat(logged.list)
        .filteredOn(event -> event.getLevel() == Level.WARN)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .contains(FakeGemini.MODEL, "DEPRECATED", "2026-12-31T00:00:00Z");
  }

  @Test
  void keepsWhatAModelsLatestAnswerSays() throws Exception {
    GeminiImageProvider provider = gemini.provider();
    assertThat(provider.notices()).isEmpty();

    process(provider, "DEPRECATED", 1);
    assertThat(provider.notices())
        .containsExactly(
            new ModelNotice(
                FakeGemini.MODEL,
                "DEPRECATED",
                Instant.parse("2026-12-31T00:00:00Z"),
                "Use another."));

    process(provider, "STABLE", 1);
    assertThat(provider.notices()).isEmpty();
  }

  @Test
  void isQuietAboutAModelThatLives() throws Exception {
    process("STABLE", 1);
    assertThat(logged.list).noneMatch(event -> event.getLevel() == Level.WARN);
  }

  @Test
  void tellsNeitherKeyNorPrompt() throws Exception {
    process("LEGACY", 1);
    assertThat(logged.list)
        .isNotEmpty()
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(GeminiFixture.KEY) || line.contains("as a poster"));
  }

  private void process(String stage, int calls) throws InterruptedException {
    process(gemini.provider(), stage, calls);
  }

  private void process(GeminiImageProvider provider, String stage, int calls)
      throws InterruptedException {
    gemini
        .fake()
        .answers(
            aResponse()
                .withBody(
                    """
                    {"responseId":"r1","modelStatus":{"modelStage":"%s",
                     "retirementTime":"2026-12-31T00:00:00Z","message":"Use another."}}\
                    """
                        .formatted(stage)));
    for (int i = 0; i < calls; i++) {
      assertThat(provider.process(gemini.aCall(new DraftFolder(folder)).build())).isNotNull();
    }
  }
}
