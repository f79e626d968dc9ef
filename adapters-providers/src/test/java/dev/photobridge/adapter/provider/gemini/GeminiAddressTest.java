package dev.photobridge.adapter.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiAddressTest {
  @Test
  void googleIsTheDefault() {
    assertThat(GeminiAddress.GOOGLE.generateContent("m"))
        .hasToString("https://generativelanguage.googleapis.com/v1beta/models/m:generateContent");
  }

  @ParameterizedTest
  @CsvSource({
    "https://host, https://host/v1beta",
    "https://host/, https://host/v1beta",
    "https://host/v1beta, https://host/v1beta",
    "https://host/v1beta//, https://host/v1beta",
    "http://127.0.0.1:8080/v1, http://127.0.0.1:8080/v1",
    "https://host/gemini, https://host/gemini/v1beta",
    "https://host/v1x/gemini, https://host/v1x/gemini/v1beta",
    "https://host/v2alpha, https://host/v2alpha",
  })
  void theVersionIsAddedOnlyWhereThereIsNone(String configured, String base) {
    assertThat(GeminiAddress.of(URI.create(configured)).base()).hasToString(base);
  }

  @Test
  void modelsAreEscaped() {
    assertThat(GeminiAddress.GOOGLE.model("../a b"))
        .hasToString("https://generativelanguage.googleapis.com/v1beta/models/..%2Fa+b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://host", "host", "https:/path", "https://host?key=k", "https://u:p@host"})
  void whatIsNoAddressOfAServiceIsRefusedWithoutRepeatingIt(String configured) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GeminiAddress.of(URI.create(configured)))
        .withMessageContaining("https://host/v1")
        .withMessageNotContainingAny("key=k", "u:p");
  }
}
