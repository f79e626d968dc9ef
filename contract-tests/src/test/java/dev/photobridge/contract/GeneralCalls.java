package dev.photobridge.contract;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every operation has in common: no token, a page of another site, a database that is broken
/// or away.
final class GeneralCalls {
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "{slotId}", Stage.LOCAL,
          "{slot_id}", Stage.LOCAL,
          "{account}", "serg",
          "{id}", Stage.UNKNOWN_ID,
          "{job_id}", Stage.UNKNOWN_ID,
          "{provider_id}", "gemini",
          "{version}", "1");

  private static final List<String> TABLES =
      List.of("account", "signed_out_session", "slot", "media_object", "job");

  private GeneralCalls() {}

  static void withoutAToken(Stage stage) {
    everywhere(stage, stage.anybody(), 401, false);
  }

  static void fromAnotherSite(Stage stage) {
    String cookie = stage.anybody().post(200, "/api/session", stage.login()).header("Set-Cookie");
    everywhere(
        stage,
        stage.anybody().with("Cookie", cookie.split(";", 2)[0]).with("Sec-Fetch-Site", "same-site"),
        403,
        false);
  }

  static void withABrokenDatabase(Stage stage) {
    Caller operator = stage.operator();
    TABLES.forEach(table -> stage.sql("ALTER TABLE " + table + " RENAME TO " + table + "_away"));
    try {
      everywhere(stage, operator, 500, true);
    } finally {
      TABLES.forEach(table -> stage.sql("ALTER TABLE " + table + "_away RENAME TO " + table));
    }
  }

  static void withoutADatabase(Stage stage) throws IOException {
    Caller operator = stage.operator();
    stage.postgres.stop();
    everywhere(stage, operator, 503, true);
    stage.postgres.start();
  }

  /// Brings every operation to a status that it documents.
  ///
  /// @param open whether the operations that anybody may call are meant, too
  private static void everywhere(Stage stage, Caller caller, int status, boolean open) {
    for (String operation : stage.documented.operations()) {
      if (stage.documented.statuses(operation).contains(status)
          && (open || !stage.documented.isOpen(operation))) {
        String[] parts = operation.split(" ", 2);
        caller.call(status, parts[0], path(stage, parts[1]), body(stage, operation));
      }
    }
  }

  private static String path(Stage stage, String template) {
    String path = template.replace("{signature}", stage.signature(Stage.UNKNOWN_ID));
    for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
      path = path.replace(parameter.getKey(), parameter.getValue());
    }
    return path;
  }

  /// A body that the operation takes.
  private static @Nullable Body body(Stage stage, String operation) {
    return switch (operation) {
      case "POST /ingest/{slotId}", "POST /ingest/{account}/{slotId}" -> stage.form(stage.photo);
      case "POST /api/media/register" -> Body.file("file", stage.photo);
      case "POST /api/login", "POST /api/session" -> Body.json(stage.login());
      case "POST /api/prompts/rewrite" -> Body.json("{\"task\":\"improve\",\"prompt\":\"x\"}");
      case "PUT /api/slots/{slot_id}" ->
          Body.json(
              """
              {"name":"x","provider_id":"local","operation_id":"change_image","settings_json":{}}
              """);
      case "POST /api/slots/{slot_id}/test" ->
          Body.json("{\"photo_media_id\":\"" + Stage.UNKNOWN_ID + "\"}");
      case "POST /api/media/extend" -> Body.json("{\"id\":\"" + Stage.UNKNOWN_ID + "\"}");
      case "PUT /api/settings/ingest_password" -> Body.json("{}");
      case "PUT /api/settings/sync_timeout" -> Body.json("{\"sync_timeout_sec\":50}");
      case "PUT /api/settings/cost_cap" -> Body.json("{\"per_day_usd\":null}");
      case "PUT /api/settings/keys/{provider_id}" -> Body.json("{\"key\":\"a-key-of-a-test\"}");
      default -> null;
    };
  }
}
