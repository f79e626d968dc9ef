package dev.photobridge.adapter.provider.deepseek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.ProviderContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The check of requests against the contract can fail.
class DeepSeekContractTest {
  private static final String GOOD =
      """
      {"model":"m","messages":[
         {"role":"system","content":"Answer in JSON: {\\"prompt\\": \\"x\\"}"},
         {"role":"user","content":"{\\"prompt\\":\\"x\\"}"}],
       "response_format":{"type":"json_object"},"thinking":{"type":"disabled"},
       "max_tokens":4096,"temperature":0.3,"stream":false}\
      """;

  private final ProviderContract contract = new ProviderContract("deepseek.yaml");

  @Test
  void agreesToAGoodRequest() {
    assertThat(contract.problems("ChatRequest", GOOD.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"model\":\"m\"=>\"model\":\"\"",
        "response_format=>responseFormat",
        "json_object=>text",
        "disabled=>enabled",
        "\"thinking\":{\"type\":\"disabled\"},=>",
        "4096=>100",
        "false=>true",
        "0.3=>\"0.3\"",
        "in JSON=>in words",
        "\"user\"=>\"assistant\"",
        "\"stream\":=>\"top_k\":1,\"stream\":",
      })
  void noticesWhatTheServiceWouldRefuse(String change) {
    String[] fromTo = change.split("=>", -1);
    String bad = GOOD.replace(fromTo[0], fromTo[1]);
    assertThat(bad).isNotEqualTo(GOOD);
    assertThat(contract.problems("ChatRequest", bad.getBytes(UTF_8))).isNotEmpty();
  }
}
