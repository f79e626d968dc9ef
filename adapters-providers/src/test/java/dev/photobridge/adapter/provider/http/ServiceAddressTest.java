package dev.photobridge.adapter.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://host, /v1/models, https://host/v1/models",
    "https://host/, /v1/models, https://host/v1/models",
    "https://host/v1, /v1/models, https://host/v1/models",
    "https://host/v1/, /v1/models, https://host/v1/models",
    "https://host/api, /v1/models, https://host/api/v1/models",
    "https://host/v1, /models, https://host/v1/models",
    "http://v1, /v1/models, http://v1/v1/models",
    "http://host:8000/v1, /, http://host:8000/v1/",
  })
  void aVersionIsThereOnce(URI base, String path, URI whole) {
    assertThat(ServiceAddress.of(base).at(path)).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://host", "host", "https://", "https://host?key=1", "https://me:pw@host"})
  void anythingElseIsRefusedWithoutRepeatingIt(String address) {
    assertThatThrownBy(() -> ServiceAddress.of(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContainingAny("key=", "pw");
  }
}
