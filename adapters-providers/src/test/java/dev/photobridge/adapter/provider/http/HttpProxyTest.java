package dev.photobridge.adapter.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyTest {
  @Test
  void readsHostAndPort() {
    assertThat(HttpProxy.of("http://proxy.example:3128"))
        .isEqualTo(new HttpProxy("proxy.example", 3128, Optional.empty()));
    assertThat(HttpProxy.of(" HTTP://10.0.0.1:80/ ").authorization()).isEmpty();
  }

  @Test
  void readsTheLoginAndDecodesWhatIsEncodedInIt() {
    HttpProxy proxy = HttpProxy.of("http://Aladdin:open%20sesame@proxy.example:8080");

    assertThat(proxy.login()).hasValue("Aladdin:open sesame");
    assertThat(proxy.authorization())
        .as("the example of RFC 7617 section 2")
        .hasValue("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void keepsTheLoginToItself() {
    HttpProxy proxy = HttpProxy.of("http://me:secret@proxy.example:8080");

    assertThat(proxy).hasToString("proxy.example:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "proxy.example:3128",
        "http://proxy.example",
        "http://proxy.example:0",
        "http://proxy.example:65536",
        "https://secret:secret@proxy.example:3128",
        "socks5://proxy.example:1080",
        "http://secret@proxy.example:3128",
        "http://:secret@proxy.example:3128",
        "http://me:secret%0A@proxy.example:3128",
        "http://me:se cret@proxy.example:3128",
        "http://proxy.example:3128/secret",
        "http://proxy.example:3128?secret",
        "mailto:secret",
      })
  void refusesEverythingElseWithoutRepeatingIt(String address) {
    assertThatThrownBy(() -> HttpProxy.of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageContaining("http://user:password@host:3128")
        .hasMessageNotContaining("secret");
  }
}
