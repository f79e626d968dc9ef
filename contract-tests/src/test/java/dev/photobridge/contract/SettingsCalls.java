package dev.photobridge.contract;

import static dev.photobridge.adapter.provider.testing.FakeDeepSeek.wrote;

import com.github.tomakehurst.wiremock.client.WireMock;

/// Settings, the readiness check, providers and prompts, monitoring.
final class SettingsCalls {
  private static final String PASSWORD = "/api/settings/ingest_password";
  private static final String TIMEOUT = "/api/settings/sync_timeout";
  private static final String CAP = "/api/settings/cost_cap";
  private static final String KEYS = "/api/settings/keys/";
  private static final String REWRITE = "/api/prompts/rewrite";
  private static final String PROMPT = "{\"task\":\"improve\",\"prompt\":\"x\"}";

  private SettingsCalls() {}

  static void make(Stage stage) {
    Caller operator = stage.operator();
    operator.get(200, "/api/settings");
    String password = "{\"password\":\"%s\"}".formatted(stage.server.ingestPassword());
    operator.put(200, PASSWORD, password);
    operator.put(400, PASSWORD, "{\"password\":\"short\"}");
    bodies(operator, PASSWORD);
    operator.put(200, TIMEOUT, "{\"sync_timeout_sec\":10}");
    operator.put(400, TIMEOUT, "{\"sync_timeout_sec\":0}");
    bodies(operator, TIMEOUT);
    operator.put(200, CAP, "{\"per_day_usd\":100}");
    operator.put(200, CAP, "{\"per_day_usd\":null}");
    operator.put(400, CAP, "{\"per_day_usd\":-1}");
    bodies(operator, CAP);
    keys(operator);
    operator.delete(200, "/api/settings/media_cache");
    operator.get(200, "/api/settings/audit");
    operator.get(400, "/api/settings/audit?page_size=51");

    prompts(stage, operator);
    operator.get(200, "/api/providers");
    operator.post(200, "/api/check");
    stage.anybody().get(401, "/metrics");
    stage.anybody().with("Authorization", "Bearer " + Stage.METRICS_TOKEN).get(200, "/metrics");
    stage.anybody().get(200, "/health/live");
    stage.anybody().get(200, "/health/ready");
    stage.anybody().get(200, "/openapi.yaml");
  }

  private static void keys(Caller operator) {
    operator.put(200, KEYS + "turbotext", "{\"key\":\"a-key-of-a-test\"}");
    operator.put(400, KEYS + "turbotext", "{\"key\":\"\"}");
    operator.put(404, KEYS + "local", "{\"key\":\"a-key-of-a-test\"}");
    bodies(operator, KEYS + "turbotext");
    operator.delete(200, KEYS + "turbotext");
    operator.delete(400, KEYS + "x".repeat(101));
    operator.delete(404, KEYS + "local");
    operator.post(200, KEYS + "turbotext/test");
    operator.post(400, KEYS + "x".repeat(101) + "/test");
    operator.post(404, KEYS + "local/test");
  }

  private static void prompts(Stage stage, Caller operator) {
    stage.deepSeek.answers(wrote("{\"prompt\":\"A red carpet\"}"));
    operator.post(200, REWRITE, PROMPT);
    operator.post(400, REWRITE, "{}");
    operator.call(413, "POST", REWRITE, Body.hugeJson());
    operator.call(415, "POST", REWRITE, Body.text("x"));
    stage.deepSeek.answers(wrote("", "content_filter"));
    operator.post(422, REWRITE, PROMPT);
    stage.deepSeek.answers(WireMock.unauthorized());
    operator.post(502, REWRITE, PROMPT);
  }

  /// Bodies that no call takes.
  private static void bodies(Caller operator, String path) {
    operator.call(413, "PUT", path, Body.hugeJson());
    operator.call(415, "PUT", path, Body.text("x"));
  }
}
