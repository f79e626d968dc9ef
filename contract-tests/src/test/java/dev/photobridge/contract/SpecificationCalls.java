package dev.photobridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/// The examples of the specification (S0, "API"), sent as they stand there but for the ids of
/// images, and the fields that their answers have there.
final class SpecificationCalls {
  private static final String SLOT = "/api/slots/slot-021";

  private SpecificationCalls() {}

  static void make(Stage stage) {
    Answer login = stage.anybody().post(200, "/api/login", stage.login());
    assertThat(login.text("/token_type")).isEqualTo("bearer");
    assertThat(login.json().at("/expires_in_sec").asInt()).isEqualTo(3600);
    Caller operator = stage.operator();
    has(operator.get(200, "/api/providers").json().at("/providers/0"), "id", "name", "operations");
    slots(stage, operator);
    operator.post(204, SLOT + "/reset_stats", "{}");
    statistics(stage, operator);
  }

  private static void slots(Stage stage, Caller operator) {
    Answer saved =
        operator.put(
            200,
            SLOT,
            """
            {
              "name": "Fashion Studio",
              "provider_id": "gemini",
              "operation_id": "combine_images",
              "settings_json": {
                "prompt": "Скомбинировать исходник со стилевым",
                "base_media_id": "%s",
                "overlay_media_id": "%s",
                "alignment": {"face_landmarks": true},
                "output": {"format": "jpeg", "quality": 92}
              }
            }
            """
                .formatted(stage.uploaded(operator), stage.uploaded(operator)));
    has(saved.json(), "id", "updated_at");
    operator.put(
        200,
        SLOT,
        """
        {
          "name": "Fashion Studio",
          "provider_id": "gemini",
          "operation_id": "style_transfer",
          "settings_json": {
            "prompt": "Передай стиль глянцевого журнала",
            "reference_media_id": "%s",
            "output": {"format": "jpeg", "max_side_px": 2048}
          }
        }
        """
            .formatted(stage.uploaded(operator)));
    JsonNode list = operator.get(200, "/api/slots").json();
    assertThat(list.at("/meta/total").asInt()).isEqualTo(40);
    assertThat(list.at("/data")).hasSize(40);
    for (JsonNode slot : new JsonNode[] {list.at("/data/20"), operator.get(200, SLOT).json()}) {
      has(slot, "id", "name", "provider_id", "operation_id", "settings_json", "last_reset_at");
      has(slot, "ingest_url", "is_configured");
      assertThat(slot.at("/settings_json/output/max_side_px").asInt()).isEqualTo(2048);
    }
  }

  private static void statistics(Stage stage, Caller operator) {
    stage.endedJob();
    JsonNode slot = operator.get(200, "/api/stats/" + Stage.LOCAL + "?group_by=day").json();
    has(slot, "slot_id", "range", "metrics");
    has(slot.at("/range"), "from", "to", "group_by");
    JsonNode day = slot.at("/metrics/0");
    has(day, "period_start", "success", "errors", "avg_response_ms", "cost");
    assertThat(day.at("/period_start").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    JsonNode global =
        operator
            .get(200, "/api/stats/global?group_by=week&sort_by=period_start&sort_order=desc")
            .json();
    has(global.at("/meta"), "page", "page_size", "total");
    JsonNode week = global.at("/data/0");
    has(week, "period_start", "period_end", "success", "errors", "avg_response_ms", "cost");
  }

  private static void has(JsonNode object, String... fields) {
    for (String field : fields) {
      assertThat(object.has(field)).as("%s in %s", field, object).isTrue();
    }
  }
}
