package dev.photobridge.contract;

/// Slots, their versions, and trying them out.
final class SlotCalls {
  private static final String SLOT = "/api/slots/slot-011";
  private static final String UNKNOWN = "/api/slots/slot-099";
  private static final String MALFORMED = "/api/slots/slot%00";
  private static final String LOOK =
      """
      {"name":"Look","provider_id":"local","operation_id":"change_image",
       "settings_json":{"effect":"sepia"}}
      """;

  private SlotCalls() {}

  static void make(Stage stage) {
    Caller operator = stage.operator();
    Caller outdated = operator.with("If-Match", "\"999\"");
    Caller malformed = operator.with("If-Match", "seven");
    operator.get(200, "/api/slots?search=look");
    operator.get(400, "/api/slots?search=" + "x".repeat(201));
    operator.get(200, SLOT);
    operator.get(400, MALFORMED);
    operator.get(404, UNKNOWN);

    operator.put(200, SLOT, LOOK);
    operator.put(400, SLOT, "{}");
    operator.put(404, UNKNOWN, LOOK);
    outdated.put(409, SLOT, LOOK);
    operator.call(413, "PUT", SLOT, Body.hugeJson());
    operator.call(415, "PUT", SLOT, Body.text("x"));
    operator.put(422, SLOT, LOOK.replace("sepia", "magic"));

    versions(stage, operator, outdated, malformed);
    test(stage, operator);
    malformed.post(400, SLOT + "/reset");
    operator.post(404, UNKNOWN + "/reset");
    outdated.post(409, SLOT + "/reset");
    operator.post(200, SLOT + "/reset");
  }

  private static void versions(Stage stage, Caller operator, Caller outdated, Caller malformed) {
    String frame = stage.uploaded(operator);
    String framed =
        """
        {"name":"Frame","provider_id":"local","operation_id":"combine_images",
         "settings_json":{"overlay_media_id":"%s"}}
        """
            .formatted(frame);
    operator.put(200, SLOT, framed);
    operator.put(200, SLOT, LOOK);
    String framedVersion = operator.get(200, SLOT + "/versions").text("/data/0/version");
    operator.get(400, MALFORMED + "/versions");
    operator.get(404, UNKNOWN + "/versions");

    String restore = SLOT + "/versions/" + framedVersion + "/restore";
    malformed.post(400, restore);
    outdated.post(409, restore);
    operator.post(404, SLOT + "/versions/12345/restore");
    operator.post(200, restore);
    operator.put(200, SLOT, LOOK);
    String again = operator.get(200, SLOT + "/versions").text("/data/0/version");
    stage.sql("DELETE FROM media_object WHERE id = '" + frame + "'");
    operator.post(422, SLOT + "/versions/" + again + "/restore");
  }

  private static void test(Stage stage, Caller operator) {
    String photo = "{\"photo_media_id\":\"%s\"}".formatted(stage.uploaded(operator));
    operator.post(202, SLOT + "/test", photo);
    operator.post(400, SLOT + "/test", "{}");
    operator.post(404, UNKNOWN + "/test", photo);
    operator.post(409, "/api/slots/" + Stage.FREE + "/test", photo);
    operator.call(413, "POST", SLOT + "/test", Body.hugeJson());
    operator.call(415, "POST", SLOT + "/test", Body.text("x"));
    operator.post(422, SLOT + "/test", "{\"photo_media_id\":\"" + Stage.UNKNOWN_ID + "\"}");
  }
}
