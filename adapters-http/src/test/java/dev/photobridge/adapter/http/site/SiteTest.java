package dev.photobridge.adapter.http.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteTest {
  private final TestServer server = TestServer.start(TestHandlers.of(new ContractHandler()));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void servesTheContractByteForByte() throws IOException {
    try (RawClient client = server.connect();
        InputStream contract = SiteTest.class.getResourceAsStream("/photobridge.yaml")) {
      RawResponse response = client.request("GET", "/openapi.yaml");

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.header("Content-Type").orElse("")).startsWith("application/yaml");
      assertThat(response.body()).isEqualTo(Objects.requireNonNull(contract).readAllBytes());
      assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void saysInBothLanguagesThatTheServerRuns() throws IOException {
    RawResponse page = home();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(page.text())
        .contains("<html lang=\"ru\">", "Сервер работает.", "<p lang=\"en\">The server runs.")
        .contains("href=\"openapi.yaml\"")
        .doesNotContain("<script");
  }

  @Test
  void itsPolicyAllowsItsOwnStyleAndNothingElse() throws Exception {
    RawResponse page = home();

    String style = page.text().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.header("Content-Security-Policy").orElse(""))
        .isEqualTo(
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                + " style-src 'sha256-"
                + hash
                + "'");
    assertThat(page.text()).doesNotContain("style=\"");
    assertThat(page.header("X-Frame-Options")).contains("DENY");
  }

  private RawResponse home() throws IOException {
    try (RawClient client = server.connect()) {
      return client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").readUnchecked();
    }
  }
}
