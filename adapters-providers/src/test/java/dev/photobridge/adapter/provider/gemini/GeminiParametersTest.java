package dev.photobridge.adapter.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiParametersTest {
  @Test
  void withoutAnyTheServicesOwnLimitHoldsAndTemplatesAreUploaded() {
    assertThat(GeminiParameters.of(Map.of()))
        .isEqualTo(new GeminiParameters(100_000_000, true, ""));
  }

  @Test
  void allCanBeSet() {
    var parameters =
        Map.of(
            "inline_limit_mb", "20", "upload_templates", "false", "safety_threshold", "BLOCK_NONE");

    assertThat(GeminiParameters.of(parameters))
        .isEqualTo(new GeminiParameters(20_000_000, false, "BLOCK_NONE"));
  }

  @ParameterizedTest
  @CsvSource({
    "inline_limit_mb, 0",
    "inline_limit_mb, 20 MB",
    "upload_templates, yes",
    "safety_threshold, NONE",
  })
  void aMistakeIsNamed(String name, String value) {
    assertThatThrownBy(() -> GeminiParameters.of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parameter " + name + " of gemini must be");
  }
}
