package dev.photobridge.adapter.http.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
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
}
