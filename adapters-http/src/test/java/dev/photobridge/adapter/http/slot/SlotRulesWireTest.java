package dev.photobridge.adapter.http.slot;

import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.RestoreSlotVersionOutcome;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.CostCap;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The optional fields of a slot, on the wire.
class SlotRulesWireTest {
  private static final String SERG = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final String LOCAL_EFFECT =
      """
      "failure_reply":{"kind":"local_effect","operation_id":"change_image",
                       "settings_json":{"effect":"black_and_white"}}
      """;
  private static final String CAP =
      "\"cost_cap\":{\"per_day_usd\":0.5,\"total_usd\":20,"
          + LOCAL_EFFECT.replace("failure_reply", "reply")
          + "}";
  private static final String FALLBACK =
      """
      "fallback":{"provider_id":"local","operation_id":"change_image",
                  "settings_json":{"effect":"black_and_white"}}
      """;

  private final List<UpdateSlotCommand> updates = new ArrayList<>();
  private Slot slot = aSlot().build();
  private UpdateSlotOutcome outcome = new UpdateSlotOutcome.Saved(slot);

  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new SlotsHandler(
                  new SlotUseCases(
                      _ -> List.of(slot),
                      _ -> Optional.of(slot),
                      command -> {
                        updates.add(command);
                        return outcome;
                      },
                      _ -> outcome,
                      _ -> Optional.empty(),
                      _ -> new RestoreSlotVersionOutcome.Tried(outcome)),
                  new PublicLinks(URI.create("http://photo.example"), SlotFixtures.ACCOUNTS))));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSlotShowsItsDefaults() throws IOException {
    JsonNode shown = get();

    assertThat(shown.at("/failure_reply").toString()).isEqualTo("{\"kind\":\"error_status\"}");
    assertThat(shown.get("fallback").isNull()).isTrue();
    assertThat(shown.get("join_duplicates").asBoolean()).isTrue();
    assertThat(shown.get("max_parallel_jobs").isNull()).isTrue();
    assertThat(shown.get("cost_cap").isNull()).isTrue();
  }

  @Test
  void aSlotShowsItsCostCap() throws IOException {
    slot = capped(new CostCap(new Cost(5_500_000), null, new FailureReply.LocalEffect(anEffect())));
    JsonNode shown = get().get("cost_cap");
    assertThat(shown.get("per_day_usd").decimalValue()).isEqualByComparingTo("5.5");
    assertThat(shown.has("total_usd")).isFalse();
    assertThat(shown.at("/reply/kind").asText()).isEqualTo("local_effect");
    assertThat(shown.at("/reply/settings_json/effect").asText()).isEqualTo("black_and_white");

    slot = capped(new CostCap(null, new Cost(100_000_000), new FailureReply.ErrorStatus()));
    assertThat(get().at("/cost_cap/total_usd").decimalValue()).isEqualByComparingTo("100");
  }

  @Test
  void savesTheCostCap() throws IOException {
    put(CAP);
    put("\"cost_cap\":{\"total_usd\":0}");

    assertThat(updates)
        .extracting(command -> command.rules().costCap())
        .containsExactly(
            new CostCap(
                new Cost(500_000), new Cost(20_000_000), new FailureReply.LocalEffect(anEffect())),
            new CostCap(null, Cost.ZERO, new FailureReply.ErrorStatus()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                  | /cost_cap/per_day_usd",
        "{\"per_day_usd\":null}                              | /cost_cap/per_day_usd",
        "{\"per_day_usd\":-0.01}                             | /cost_cap/per_day_usd",
        "{\"total_usd\":100001}                              | /cost_cap/total_usd",
        "{\"total_usd\":\"a lot\"}                           | /cost_cap/total_usd",
        "{\"total_usd\":1,\"reply\":{\"kind\":\"apology\"}}  | /cost_cap/reply/kind",
        "{\"total_usd\":1,\"reply\":{\"kind\":\"local_effect\",\"operation_id\":\"x\"}} |"
            + " /cost_cap/reply/settings_json",
        "7                                                   | /cost_cap",
      })
  void aCapThatCannotBeMeantIsRefused(String cap, String field) throws IOException {
    refused(put("\"cost_cap\":" + cap), field);
  }

  private static Slot capped(CostCap cap) {
    return ruled(new SlotRules(new FailureReply.ErrorStatus(), null, true, null, cap));
  }

  @Test
  void aSlotShowsItsRules() throws IOException {
    slot =
        ruled(new SlotRules(new FailureReply.LocalEffect(anEffect()), anEffect(), false, 4, null));

    JsonNode shown = get();

    assertThat(shown.at("/failure_reply/kind").asText()).isEqualTo("local_effect");
    assertThat(shown.at("/failure_reply/operation_id").asText()).isEqualTo("change_image");
    assertThat(shown.at("/failure_reply/settings_json/effect").asText())
        .isEqualTo("black_and_white");
    assertThat(shown.at("/fallback/provider_id").asText()).isEqualTo("local");
    assertThat(shown.at("/fallback/operation_id").asText()).isEqualTo("change_image");
    assertThat(shown.at("/fallback/settings_json/effect").asText()).isEqualTo("black_and_white");
    assertThat(shown.get("join_duplicates").asBoolean(true)).isFalse();
    assertThat(shown.get("max_parallel_jobs").asInt()).isEqualTo(4);
  }

  @Test
  void aSlotShowsThatTheBoothGetsTheOriginal() throws IOException {
    slot = ruled(new SlotRules(new FailureReply.OriginalPhoto(), null, true, null, null));

    assertThat(get().at("/failure_reply").toString()).isEqualTo("{\"kind\":\"original_photo\"}");
  }

  @Test
  void whatIsAbsentOrNullGoesBackToItsDefault() throws IOException {
    put("");
    put(
        """
        "failure_reply":null,"fallback":null,"join_duplicates":null,"max_parallel_jobs":null
        """);

    assertThat(updates)
        .hasSize(2)
        .extracting(UpdateSlotCommand::rules)
        .containsOnly(SlotRules.DEFAULT);
  }

  @Test
  void savesTheRules() throws IOException {
    RawResponse response =
        put(LOCAL_EFFECT + "," + FALLBACK + ",\"join_duplicates\":false,\"max_parallel_jobs\":100");

    assertThat(response.status()).isEqualTo(200);
    assertThat(updates.getFirst().rules())
        .isEqualTo(
            new SlotRules(new FailureReply.LocalEffect(anEffect()), anEffect(), false, 100, null));
  }

  @Test
  void savesTheRepliesThatNeedNoEffect() throws IOException {
    put("\"failure_reply\":{\"kind\":\"original_photo\"}");
    put("\"failure_reply\":{\"kind\":\"error_status\"}");

    assertThat(updates)
        .extracting(command -> command.rules().failureReply())
        .containsExactly(new FailureReply.OriginalPhoto(), new FailureReply.ErrorStatus());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                        | /failure_reply/kind",
        "{\"kind\":null}                                           | /failure_reply/kind",
        "{\"kind\":\"apology\"}                                    | /failure_reply/kind",
        "{\"kind\":\"local_effect\",\"settings_json\":{}}          | /failure_reply/operation_id",
        "{\"kind\":\"local_effect\",\"operation_id\":\"x\"}        | /failure_reply/settings_json",
        "{\"kind\":\"original_photo\",\"operation_id\":\"x\"}      | /failure_reply/operation_id",
        "{\"kind\":\"error_status\",\"settings_json\":{}}          | /failure_reply/settings_json",
        "\"original_photo\"                                        | /failure_reply",
      })
  void aReplyThatCannotBeMeantIsRefused(String reply, String field) throws IOException {
    refused(put("\"failure_reply\":" + reply), field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "2147483648", "\"4\"", "1.5", "true", "[]"})
  void aBoundThatIsNoneIsRefused(String jobs) throws IOException {
    refused(put("\"max_parallel_jobs\":" + jobs), "/max_parallel_jobs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"provider_id", "operation_id", "settings_json"})
  void aFallbackIsWhole(String missing) throws IOException {
    refused(put(FALLBACK.replace(missing, "other")), "/fallback/" + missing);
  }

  @Test
  void saysInWordsWhichBoundsThereAre() throws IOException {
    assertThat(put("\"max_parallel_jobs\":101").json().at("/error/message").asText())
        .isEqualTo("The field /max_parallel_jobs cannot be 101. Possible values: 1-100.");
  }

  @Test
  void problemsNameThePartTheyAreIn() throws IOException {
    outcome = invalid(SlotPart.FALLBACK, "output.quality");
    assertThat(put(FALLBACK).error("settings_invalid").get("field").asText())
        .isEqualTo("/fallback/settings_json/output/quality");

    outcome = invalid(SlotPart.FAILURE_REPLY, "effect");
    assertThat(put(LOCAL_EFFECT).error("settings_invalid").at("/problems/0/field").asText())
        .isEqualTo("/failure_reply/settings_json/effect");

    outcome = new UpdateSlotOutcome.ImageMissing(SlotPart.FALLBACK, "base_media_id");
    assertThat(put(FALLBACK).error("media_not_usable").get("field").asText())
        .isEqualTo("/fallback/settings_json/base_media_id");

    outcome = invalid(SlotPart.COST_CAP, "effect");
    assertThat(put(CAP).error("settings_invalid").get("field").asText())
        .isEqualTo("/cost_cap/reply/settings_json/effect");
  }

  @Test
  void anOperationThatIsNotOfferedIsNamedWithItsPart() throws IOException {
    outcome =
        new UpdateSlotOutcome.OperationNotAvailable(SlotPart.FALLBACK, SlotFixtures.anEffect());
    JsonNode fallback = put(FALLBACK).error("operation_not_available");
    assertThat(fallback.get("field").asText()).isEqualTo("/fallback/operation_id");
    assertThat(fallback.get("found").asText()).isEqualTo("local/change_image");

    outcome =
        new UpdateSlotOutcome.OperationNotAvailable(
            SlotPart.FAILURE_REPLY, SlotFixtures.anEffect());
    JsonNode effect = put(LOCAL_EFFECT).error("operation_not_available");
    assertThat(effect.get("field").asText()).isEqualTo("/failure_reply/operation_id");
    assertThat(effect.get("found").asText()).isEqualTo("local/change_image");

    outcome =
        new UpdateSlotOutcome.OperationNotAvailable(SlotPart.COST_CAP, SlotFixtures.anEffect());
    JsonNode beyond = put(CAP).error("operation_not_available");
    assertThat(beyond.get("field").asText()).isEqualTo("/cost_cap/reply/operation_id");
    assertThat(beyond.get("found").asText()).isEqualTo("local/change_image");
  }

  @Test
  void blankNamesAreNoFaultOfTheServer() throws IOException {
    put(FALLBACK.replace("\"local\"", "\" \"")).error("operation_not_available");
    put(LOCAL_EFFECT.replace("\"change_image\"", "\"\"")).error("operation_not_available");

    assertThat(updates).isEmpty();
  }

  @Test
  void aFallbackThatChangesNothingIsRefusedInWords() throws IOException {
    outcome = new UpdateSlotOutcome.FallbackIsSetup();

    RawResponse response = put(FALLBACK);

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.error("settings_invalid").get("field").asText()).isEqualTo("/fallback");
    assertThat(response.json().at("/error/message").asText()).contains("the same as");
  }

  private static Slot ruled(SlotRules rules) {
    return aSlot().withRules(rules).build();
  }

  private static UpdateSlotOutcome invalid(SlotPart part, String field) {
    return new UpdateSlotOutcome.SettingsInvalid(
        part, List.of(SettingsProblem.of(field, "missing", Map.of())));
  }

  private void refused(RawResponse response, String field) {
    assertThat(response.status()).as(response.text()).isEqualTo(400);
    assertThat(response.error("body_invalid").get("field").asText()).isEqualTo(field);
    assertThat(updates).isEmpty();
  }

  private JsonNode get() throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("GET", "/api/slots/slot-001", SERG).json();
    }
  }

  private RawResponse put(String rules) throws IOException {
    String body =
        """
        {"name":"Wedding","provider_id":"gemini","operation_id":"change_image",
         "settings_json":{"prompt":"as a watercolour"}%s}
        """
            .formatted(rules.isEmpty() ? "" : "," + rules);
    try (RawClient client = server.connect()) {
      return client.json("PUT", "/api/slots/slot-001", body, SERG, "Accept-Language: en");
    }
  }
}
