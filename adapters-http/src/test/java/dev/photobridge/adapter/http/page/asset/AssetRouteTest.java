package dev.photobridge.adapter.http.page.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetRouteTest {
  private final TestServer server = TestServer.start(TestHandlers.of());
  private final PageClient browser = PageClient.signedOut(server);
  private final Assets assets = Assets.ofProgram();

  @AfterEach
  void stop() {
    browser.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "css/base.css,text/css",
    "js/core.js,text/javascript",
    "img/icon.svg,image/svg+xml",
    "vendor/htmx.js,text/javascript",
    "vendor/swagger-ui.js,text/javascript",
    "vendor/swagger-ui.css,text/css"
  })
  void filesMayBeKeptForEver(String name, String type) throws Exception {
    HttpResponse<String> file = browser.get(assets.address(name));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.body()).isNotBlank();
  }

  @Test
  void aPageOfAnotherVersionKeepsNothing() throws Exception {
    HttpResponse<String> file = browser.get("/assets/0123456789abcdef/css/base.css");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store")
        .doesNotContain("immutable");
  }

  @Test
  void comesPackedWhereTheBrowserTakesThat() throws IOException {
    byte[] plain = ask(assets.address("css/base.css"), "Accept-Encoding: identity").body();
    RawResponse packed = ask(assets.address("css/base.css"), "Accept-Encoding: br, gzip");

    assertThat(packed.header("Content-Encoding")).contains("gzip");
    assertThat(packed.header("Vary")).contains("Accept-Encoding");
    assertThat(packed.body().length).isLessThan(plain.length);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/x/css/none.css",
        "/assets/x/css/..%2f..%2fphotobridge.yaml",
        "/assets/x/../../photobridge.yaml",
        "/assets/x/dev/photobridge",
        "/assets/x/%2e%2e/photobridge.yaml"
      })
  void nothingElseIsHandedOut(String path) throws IOException {
    assertThat(ask(path, "Accept: */*").status()).isIn(400, 404);
  }

  private RawResponse ask(String path, String header) throws IOException {
    try (RawClient client = server.connect()) {
      return client
          .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n")
          .readUnchecked();
    }
  }
}
