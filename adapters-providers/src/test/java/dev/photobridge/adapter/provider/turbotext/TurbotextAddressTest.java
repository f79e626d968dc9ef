package dev.photobridge.adapter.provider.turbotext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurbotextAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.turbotext.ru,https://www.turbotext.ru/api_ai/mix_images",
    "https://www.turbotext.ru/,https://www.turbotext.ru/api_ai/mix_images",
    "https://www.turbotext.ru/api_ai/,https://www.turbotext.ru/api_ai/mix_images",
    "http://gateway:8080/turbo,http://gateway:8080/turbo/mix_images",
  })
  void methodsStandBelowTheConfiguredAddress(String configured, String method) {
    assertThat(TurbotextAddress.of(URI.create(configured)).method("mix_images"))
        .hasToString(method);
  }

  @ParameterizedTest
  @CsvSource({
    "uploads/a b.jpg,https://www.turbotext.ru/uploads/a%20b.jpg",
    "/uploads/a.jpg,https://www.turbotext.ru/uploads/a.jpg",
    "//cdn.turbotext.ru/a.jpg,https://cdn.turbotext.ru/a.jpg",
    "http://elsewhere.example/a.jpg,http://elsewhere.example/a.jpg",
  })
  void resultsMayBeGivenRelativeToTheSite(String given, String result) {
    var address = TurbotextAddress.of(URI.create("https://www.turbotext.ru"));

    assertThat(address.result(given)).contains(URI.create(result));
  }

  @Test
  void whatIsNoAddressIsNone() {
    assertThat(TurbotextAddress.of(URI.create("https://www.turbotext.ru")).result("http://["))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://host", "https://me:secret@host", "https://host?key=1", "host"})
  void whatIsNoServiceIsRefusedAndNotRepeated(String configured) {
    assertThatThrownBy(() -> TurbotextAddress.of(URI.create(configured)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
