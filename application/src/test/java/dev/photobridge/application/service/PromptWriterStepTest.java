package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoOutcome.Processed;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.ScriptedPromptWriter;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A slot whose prompt is rewritten before it is sent.
@Timeout(60)
class PromptWriterStepTest {
  private static final BoothForm FORM = BoothForm.with(aPhoto().build());

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);
  private final TestBooth booth = new TestBooth(bridge);

  @BeforeEach
  void start() {
    bridge.slots.put(
        aSlot()
            .withSetting("prompt", "a cat for {guest|nobody}")
            .withSetting("prompt_writer", "improve")
            .build());
    bridge.engine.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    bridge.stop();
  }

  private List<Attempt> attempts() {
    Job job = bridge.jobs.all().getFirst();
    return bridge.jobs.attempts(job.id());
  }

  @Test
  void sendsTheNewWordsWithTheGuestsInThem() throws Exception {
    assertThat(booth.sends(FORM.withFields(Map.of("guest", "Анна")))).isInstanceOf(Processed.class);

    assertThat(bridge.gemini.calls().getFirst().prompt()).isEqualTo("IMPROVE: a cat for Анна");
  }

  @Test
  void theWordsAreBilledWithTheAttempt() throws Exception {
    assertThat(booth.sends(FORM)).isInstanceOf(Processed.class);

    Cost both = TestBridge.PRICE.plus(ScriptedPromptWriter.PRICE);
    assertThat(attempts())
        .extracting(Attempt::end)
        .containsExactly(new AttemptEnd.Delivered(both, 0));
  }

  @Test
  void theWordsAreBilledWithAFailureToo() throws Exception {
    var refused = JobFailure.of(FailureKind.REFUSED, "SAFETY", "no");
    bridge.gemini.always(ScriptedImageProvider.failure(refused));

    booth.sends(FORM);

    assertThat(attempts())
        .extracting(Attempt::end)
        .containsExactly(new AttemptEnd.Failed(refused.billed(ScriptedPromptWriter.PRICE)));
  }

  @Test
  void aWriterThatFailsNeverCostsThePhoto() throws Exception {
    bridge.promptWriter.fails(true);

    assertThat(booth.sends(FORM)).isInstanceOf(Processed.class);

    assertThat(bridge.gemini.calls().getFirst().prompt()).isEqualTo("a cat for nobody");
    assertThat(bridge.trouble.all()).singleElement().asString().contains("OVERLOADED");
  }

  @Test
  void theWriterGetsNoMoreThanAShareOfTheBoothsTime() throws Exception {
    assertThat(booth.sends(FORM)).isInstanceOf(Processed.class);

    assertThat(bridge.promptWriter.timesGiven()).containsExactly(Duration.ofSeconds(6));
  }

  @Test
  void theWriterGetsAQuarterOfWhatIsLeft() throws Exception {
    bridge.promptWriter.fails(true);
    bridge.gemini.then(
        ScriptedImageProvider.failure(JobFailure.of(FailureKind.UNAVAILABLE, "503", "busy"))
            .after(() -> bridge.clock.advance(Duration.ofSeconds(40))));

    assertThat(booth.sendsWithoutHaste(FORM)).isInstanceOf(Processed.class);

    assertThat(bridge.promptWriter.timesGiven())
        .as("of 48 s, and of the last 8 s")
        .containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(2));
  }

  @Test
  void theWordsOfACallThatIsAnsweredLaterAreBilledToo() throws Exception {
    bridge.gemini.then(
        ScriptedImageProvider.deferral(new DeferredCall("117"), Duration.ofSeconds(-1)));
    bridge.gemini.thenAsked(ScriptedImageProvider.photo(aPhoto().build(), TestBridge.PRICE));

    assertThat(booth.sendsWithoutHaste(FORM)).isInstanceOf(Processed.class);

    assertThat(bridge.jobs.all().getFirst().progress().cost())
        .isEqualTo(TestBridge.PRICE.plus(ScriptedPromptWriter.PRICE));
    assertThat(bridge.promptWriter.timesGiven()).as("not when it is asked").hasSize(1);
  }

  @Test
  void aSlotWithoutTheOptionAsksNobody() throws Exception {
    bridge.slots.put(aSlot().build());

    assertThat(booth.sends(FORM)).isInstanceOf(Processed.class);

    assertThat(bridge.promptWriter.timesGiven()).isEmpty();
  }
}
