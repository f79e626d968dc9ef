package dev.photobridge.adapter.http.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.CheckReport;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessCheckHandlerTest {
  private static final Finding FAILING =
      Finding.of(CheckArea.PROVIDER, FindingCode.PROVIDER_FAILS)
          .about("gemini")
          .with("reason", "KEY_REJECTED")
          .detailed("API key not valid")
          .after(Duration.ofMillis(340));

  @Test
  void everyFindingIsToldInTheLanguageOfTheReader() throws IOException {
    var report =
        new CheckReport(List.of(Finding.of(CheckArea.MODEL, FindingCode.MODELS_UNUSED), FAILING));

    RawResponse english = run(report, "Accept-Language: en");
    RawResponse russian = run(report, "Accept-Language: ru");

    assertThat(english.status()).isEqualTo(200);
    assertThat(english.json().get("verdict").asText()).isEqualTo("wrong");
    assertThat(english.json().at("/checks/0").toString())
        .isEqualTo(
            "{\"area\":\"model\",\"status\":\"fine\",\"message\":\"No slot uses a model.\"}");
    assertThat(english.json().at("/checks/1").toString())
        .isEqualTo(
            "{\"area\":\"provider\",\"subject\":\"gemini\",\"status\":\"wrong\","
                + "\"message\":\"It cannot be used: KEY_REJECTED.\","
                + "\"detail\":\"API key not valid\",\"took_ms\":340}");
    assertThat(russian.json().at("/checks/1/message").asText())
        .isEqualTo("Пользоваться им нельзя: KEY_REJECTED.");
  }

  @Test
  void everyAreaHasItsName() throws IOException {
    List<Finding> findings =
        Arrays.stream(CheckArea.values())
            .map(area -> Finding.of(area, FindingCode.PART_SILENT))
            .toList();

    assertThat(run(new CheckReport(findings)).json().findValuesAsText("area"))
        .containsExactly(
            "catalogue",
            "secrets",
            "database",
            "disk",
            "clock",
            "media",
            "provider",
            "model",
            "slot",
            "public_address");
  }

  @Test
  void itIsForOperators() throws IOException {
    try (TestServer server = started(new CheckReport(List.of()));
        RawClient client = server.connect()) {
      assertThat(client.request("POST", "/api/check", "Content-Length: 0").status()).isEqualTo(401);
    }
  }

  private static RawResponse run(CheckReport report, String... headers) throws IOException {
    try (TestServer server = started(report);
        RawClient client = server.connect()) {
      String[] all = Arrays.copyOf(headers, headers.length + 2);
      all[headers.length] = "Authorization: " + TestServer.SERGS_TOKEN;
      all[headers.length + 1] = "Content-Length: 0";
      return client.request("POST", "/api/check", all);
    }
  }

  private static TestServer started(CheckReport report) {
    return TestServer.start(TestHandlers.of(new ReadinessCheckHandler(() -> report)));
  }
}
