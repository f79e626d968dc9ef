package dev.photobridge.adapter.provider.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The check of requests against the contract can fail.
class GeminiContractTest {
  private static final String GOOD =
      """
      {"contents":[{"role":"user","parts":[
         {"inlineData":{"mimeType":"image/png","data":"MQ=="}},{"text":"a"}]}],
       "generationConfig":{"responseModalities":["IMAGE"],
         "imageConfig":{"aspectRatio":"3:2","imageSize":"1K"}}}\
      """;

  private final GeminiContract contract = new GeminiContract();

  @Test
  void agreesToAGoodRequest() {
    assertThat(contract.problemsOfRequest(GOOD.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contents=>content",
        "inlineData=>inline_data",
        "mimeType=>mime_type",
        "image/png=>image/jpg",
        "\"user\"=>\"model\"",
        "\"text\":\"a\"=>\"text\":\"a\",\"thought\":false",
        "\"text\":\"a\"=>\"text\":\"\"",
        "\"responseModalities\"=>\"responseFormat\":[],\"responseModalities\"",
        "\"IMAGE\"=>\"VIDEO\"",
        "\"3:2\"=>\"7:3\"",
        "\"1K\"=>\"1k\"",
        "}}}=>}}",
      })
  void noticesWhatTheServiceWouldRefuse(String change) {
    String[] fromTo = change.split("=>", -1);
    String bad = GOOD.replace(fromTo[0], fromTo[1]);
    assertThat(bad).isNotEqualTo(GOOD);
    assertThat(contract.problemsOfRequest(bad.getBytes(UTF_8))).isNotEmpty();
  }
}
