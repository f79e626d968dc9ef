package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.engine.PromptRewriting.Rewritten;
import dev.photobridge.application.testing.RecordedTrouble;
import dev.photobridge.application.testing.ScriptedPromptWriter;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptRewritingTest {
  private static final Duration TIME = Duration.ofSeconds(5);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T10:00:00Z"));
  private final ScriptedPromptWriter writer = new ScriptedPromptWriter();
  private final RecordedTrouble trouble = new RecordedTrouble();
  private final PromptRewriting prompts = new PromptRewriting(Optional.of(writer), clock, trouble);

  @Test
  void rewritesEachPromptOnceForEachTask() throws Exception {
    assertThat(rewritten(PromptTask.IMPROVE, "cats"))
        .isEqualTo(new Rewritten("IMPROVE: cats", ScriptedPromptWriter.PRICE));
    assertThat(rewritten(PromptTask.IMPROVE, "cats"))
        .isEqualTo(new Rewritten("IMPROVE: cats", Cost.ZERO));
    assertThat(rewritten(PromptTask.TRANSLATE, "cats").prompt()).isEqualTo("TRANSLATE: cats");
    assertThat(rewritten(PromptTask.IMPROVE, "dogs").prompt()).isEqualTo("IMPROVE: dogs");
    assertThat(writer.timesGiven()).containsExactly(TIME, TIME, TIME);
  }

  @Test
  void aPromptThatCannotBeRewrittenGoesAsItIsAndIsPaidAllTheSame() throws Exception {
    writer.fails(true);

    assertThat(rewritten(PromptTask.IMPROVE, "cats"))
        .isEqualTo(new Rewritten("cats", ScriptedPromptWriter.PRICE));
    assertThat(trouble.all()).containsExactly(aJobId(1) + ": prompt not rewritten: OVERLOADED");
  }

  @Test
  void aWriterThatFailedIsLeftAloneForAWhile() throws Exception {
    rewritten(PromptTask.IMPROVE, "dogs");
    writer.fails(true);
    rewritten(PromptTask.IMPROVE, "cats");
    writer.fails(false);

    clock.advance(Duration.ofSeconds(29));
    assertThat(rewritten(PromptTask.IMPROVE, "cats")).isEqualTo(new Rewritten("cats", Cost.ZERO));
    assertThat(rewritten(PromptTask.IMPROVE, "dogs").prompt())
        .as("known already")
        .isEqualTo("IMPROVE: dogs");

    clock.advance(Duration.ofSeconds(1));
    assertThat(rewritten(PromptTask.IMPROVE, "cats").prompt()).isEqualTo("IMPROVE: cats");
  }

  @Test
  void nobodyIsAskedWithoutWordsTimeOrWriter() throws Exception {
    assertThat(rewritten(PromptTask.IMPROVE, " ")).isEqualTo(new Rewritten(" ", Cost.ZERO));
    assertThat(prompts.of(aJobId(1), PromptTask.IMPROVE, "cats", Duration.ZERO))
        .isEqualTo(new Rewritten("cats", Cost.ZERO));
    assertThat(writer.timesGiven()).isEmpty();

    var none = new PromptRewriting(Optional.empty(), clock, trouble);
    assertThat(none.of(aJobId(1), PromptTask.IMPROVE, "cats", TIME))
        .isEqualTo(new Rewritten("cats", Cost.ZERO));
  }

  private Rewritten rewritten(PromptTask task, String prompt) throws InterruptedException {
    return prompts.of(aJobId(1), task, prompt, TIME);
  }
}
