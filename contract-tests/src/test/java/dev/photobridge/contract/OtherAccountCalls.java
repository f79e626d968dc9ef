package dev.photobridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/// What an operator can do about the slots and jobs of the other account: nothing, and they look as
/// if they were not there.
final class OtherAccountCalls {
  private static final String LOOK =
      """
      {"name":"Not yours","provider_id":"local","operation_id":"change_image",
       "settings_json":{"effect":"vivid"}}
      """;

  private OtherAccountCalls() {}

  static void make(Stage stage) {
    Caller serg = stage.operator();
    Caller igor = stage.otherOperator();
    jobs(stage, serg, igor);
    slots(serg, igor);
    statistics(serg, igor);
  }

  private static void jobs(Stage stage, Caller serg, Caller igor) {
    String job = "/api/jobs/" + stage.endedJob();
    igor.get(404, job);
    igor.get(404, job + "/result");
    igor.get(404, job + "/source");
    igor.get(404, job + "/thumbnail");
    igor.get(404, job + "/events");
    igor.post(404, job + "/rerun");
    igor.delete(404, job);
    assertThat(igor.get(200, "/api/jobs").text("/meta/total")).isEqualTo("0");
    serg.get(200, job);
  }

  /// Both accounts have slots of the same ids.
  private static void slots(Caller serg, Caller igor) {
    String slot = "/api/slots/" + Stage.LOCAL;
    JsonNode before = serg.get(200, slot).json();
    igor.put(200, slot, LOOK);
    igor.post(200, slot + "/reset");
    igor.post(204, slot + "/reset_stats");
    igor.get(200, slot + "/versions");
    assertThat(serg.get(200, slot).json()).isEqualTo(before);
    assertThat(serg.get(200, slot + "/versions").json().toString()).doesNotContain("Not yours");
  }

  private static void statistics(Caller serg, Caller igor) {
    String requests = "/slots/0/all_time/requests";
    assertThat(serg.get(200, "/api/stats/slots").json().at(requests).asInt()).isPositive();
    assertThat(igor.get(200, "/api/stats/slots").json().at(requests).asInt()).isZero();
    assertThat(igor.get(200, "/api/stats/global").text("/meta/total")).isEqualTo("0");
    assertThat(igor.get(200, "/api/stats/" + Stage.LOCAL).json().at("/metrics")).isEmpty();
  }
}
