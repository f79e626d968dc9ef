package dev.photobridge.adapter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/slots/slot-001", "/jobs?state=FAILED&page=2", "/?search=%D0%B0"})
  void takesAddressesOfThisServer(String path) {
    assertThat(LocalPath.or(Optional.of(path))).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "slots",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "/ a",
        "/\\",
        "/а"
      })
  void leadsToTheMainPageInsteadOfAnywhereElse(String path) {
    assertThat(LocalPath.or(Optional.of(path))).isEqualTo("/");
  }

  @Test
  void leadsToTheMainPageWhereNothingIsWanted() {
    assertThat(LocalPath.or(Optional.empty())).isEqualTo("/");
  }
}
