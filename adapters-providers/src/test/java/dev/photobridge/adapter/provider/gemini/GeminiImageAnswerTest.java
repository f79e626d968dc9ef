package dev.photobridge.adapter.provider.gemini;

import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.COST_OF_USAGE;
import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.USAGE;
import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.image;
import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/// Which image of an answer is the result, and what it costs.
class GeminiImageAnswerTest extends GeminiAnswering {
  @Test
  void theImageIsTheLastOneThatIsNoThought() throws Exception {
    assertImage(
        "third",
        image("first", false)
            + ","
            + text("hm")
            + ","
            + image("second", false)
            + ","
            + image("third", false)
            + ","
            + image("fourth", true));
  }

  @Test
  void anImageWithinThoughtsIsTakenWhereThereIsNoOther() throws Exception {
    assertImage("second", image("first", true) + "," + image("second", true) + "," + text("hm"));
  }

  @Test
  void thePartsOfAnImageMayComeInAnyOrder() throws Exception {
    assertImage(
        "result",
        "{'thoughtSignature':'"
            + "c2ln".repeat(500_000)
            + "','inlineData':{'data':'cmVzdWx0',"
            + "'mimeType':'text/html'},'thought':false},"
            + "{'inlineData':{'mimeType':'image/jpeg','data':'ZHJhZnQ='},'thought':true}");
  }

  @Test
  void withoutASplitOfTokensAnImageCostsAsAnImage() throws Exception {
    String usage = "'usageMetadata':{'promptTokenCount':1000,'candidatesTokenCount':100}";
    answer(200, "{'candidates':[{'content':{'parts':[" + image("x", false) + "]}}]," + usage + "}");
    var outcome = (ProviderOutcome.Image) process();
    assertThat(outcome.cost().microDollars()).isEqualTo(1_500 + 3_000);
    outcome.image().close();
  }

  @Test
  void nonsensicalTokensDoNotBreakTheJob() throws Exception {
    String usage =
        "'usageMetadata':{'promptTokenCount':-5,'candidatesTokenCount':9223372036854775807}";
    answer(200, "{'candidates':[{'content':{'parts':[" + image("x", false) + "]}}]," + usage + "}");
    var outcome = (ProviderOutcome.Image) process();
    assertThat(outcome.cost().microDollars()).isPositive();
    outcome.image().close();
  }

  private void assertImage(String expected, String parts) throws Exception {
    answer(
        200,
        "{'candidates':[{'content':{'parts':["
            + parts
            + "]},'finishReason':'STOP'}],"
            + USAGE
            + "}");
    var outcome = (ProviderOutcome.Image) process();
    assertThat(outcome.cost().microDollars()).isEqualTo(COST_OF_USAGE);
    assertThat(outcome.tokens()).isEqualTo(1380 + 1120 + 210);
    try (MediaDraft image = outcome.image();
        InputStream in = image.file().open()) {
      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo(expected);
      assertThat(drafts.left()).isEqualTo(1);
    }
  }
}
