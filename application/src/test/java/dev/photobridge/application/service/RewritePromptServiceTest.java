package dev.photobridge.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.RewritePromptOutcome;
import dev.photobridge.application.testing.ScriptedPromptWriter;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.PromptWriting;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.TokenPrices;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewritePromptServiceTest {
  private static final PromptWriting WRITING =
      new PromptWriting(
          new ProviderId("deepseek"),
          "DeepSeek",
          "flash",
          Duration.ofSeconds(15),
          TokenPrices.FREE,
          Map.of(PromptTask.TRANSLATE, "t", PromptTask.IMPROVE, "i"));

  private final ScriptedPromptWriter writer = new ScriptedPromptWriter();
  private final RewritePromptService service =
      new RewritePromptService(Optional.of(writer), Optional.of(WRITING));

  @Test
  void rewritesWithinTheCataloguesTime() throws Exception {
    assertThat(service.rewrite(PromptTask.TRANSLATE, "кошки"))
        .isEqualTo(
            new RewritePromptOutcome.Rewritten("TRANSLATE: кошки", ScriptedPromptWriter.PRICE));
    assertThat(writer.timesGiven()).containsExactly(Duration.ofSeconds(15));
  }

  @Test
  void saysWhyThereIsNoPrompt() throws Exception {
    writer.fails(true);

    assertThat(service.rewrite(PromptTask.IMPROVE, "cats"))
        .isEqualTo(new RewritePromptOutcome.Failed(ScriptedPromptWriter.FAILURE));
  }

  @Test
  void saysThatThereIsNoWriter() throws Exception {
    var without = new RewritePromptService(Optional.empty(), Optional.empty());

    assertThat(without.rewrite(PromptTask.IMPROVE, "cats"))
        .isEqualTo(new RewritePromptOutcome.NoWriter());
  }
}
