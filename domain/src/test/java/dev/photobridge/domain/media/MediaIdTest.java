package dev.photobridge.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaIdTest {
  private static final String TEXT = "0a403f97-312f-4fc5-9f01-7de121c9a9d7";

  @Test
  void isReadInAnyCaseAndWrittenInLowerCase() {
    assertThat(MediaId.parse(TEXT)).contains(new MediaId(UUID.fromString(TEXT)));
    assertThat(MediaId.parse("0A403F97-312F-4FC5-9F01-7DE121C9A9D7").orElseThrow())
        .hasToString(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1-1-1-1-1",
        "0a403f97312f4fc59f017de121c9a9d7",
        "0a403f97-312f-4fc5-9f01-7de121c9a9d",
        "0a403f97-312f-4fc5-9f01-7de121c9a9d77",
        "0a403f97-312f-4fc5-9f01-7de121c9a9dg",
        " 0a403f97-312f-4fc5-9f01-7de121c9a9d7",
        "0a403f97-312f-4fc5-9f01-7de121c9a9d7/../x"
      })
  void isNothingElse(String text) {
    assertThat(MediaId.parse(text)).isEmpty();
  }
}
