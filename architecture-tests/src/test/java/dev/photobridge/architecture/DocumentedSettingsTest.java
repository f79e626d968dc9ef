package dev.photobridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.config.ConfigurationKey;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentedSettingsTest {
  private static final Map<String, String> SETTINGS =
      Arrays.stream(ConfigurationKey.values())
          .collect(Collectors.toMap(Enum::name, key -> key.defaultValue().orElse("")));

  @Test
  void exampleHasEverySettingWithItsDefault() {
    String example = ProjectFolder.read("configs/photobridge.example.properties");

    assertThat(DocumentedSettings.inExample(example)).containsExactlyInAnyOrderEntriesOf(SETTINGS);
  }

  @Test
  void readmeSpeaksOfSettingsThatExist() {
    assertThat(DocumentedSettings.inReadme(ProjectFolder.read("README.md")))
        .isNotEmpty()
        .isSubsetOf(SETTINGS.keySet());
  }

  @Test
  void settingOfAnExampleIsFoundWhetherItIsCommentedOutOrNot() {
    String example =
        """
        # Words about it, with PORT = 1 in them.
        #HTTP_PORT=8080
        DATA_DIR=
        """;

    assertThat(DocumentedSettings.inExample(example))
        .containsExactlyInAnyOrderEntriesOf(Map.of("HTTP_PORT", "8080", "DATA_DIR", ""));
  }

  @Test
  void settingNamedTwiceInAnExampleHasNoRightValue() {
    assertThat(DocumentedSettings.inExample("#HTTP_PORT=8080\nHTTP_PORT=8080\n"))
        .containsEntry("HTTP_PORT", "8080 and 8080");
  }

  @Test
  void onlyTheSectionOnConfigurationCounts() {
    String readme =
        """
        ## Start
        `JAVA_OPTS` reaches the JVM.
        ## Configuration
        | `HTTP_PORT`, `HTTP_HOST` | `localhost` |
        ## Layout
        `README`
        """;

    assertThat(DocumentedSettings.inReadme(readme))
        .containsExactlyInAnyOrder("HTTP_PORT", "HTTP_HOST");
  }
}
