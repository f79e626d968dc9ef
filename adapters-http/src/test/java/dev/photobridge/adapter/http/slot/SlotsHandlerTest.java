package dev.photobridge.adapter.http.slot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.ListSlotsUseCase.SlotsQuery;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsHandlerTest {
  private static final String SERG = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final String UPDATE =
      """
      {"name":"Свадьба","provider_id":"gemini","operation_id":"change_image",
       "settings_json":{"prompt":"as a watercolour","strength":0.25,"on":true,"none":null,
                        "output":{"max_side_px":2048},"tags":["a",1,null]}}
      """;

  private final List<Slot> slots =
      List.of(
          SlotFixtures.aSlot()
              .withVersion(7)
              .withImage("base_media_id", PhotoFixtures.aMediaId(1))
              .build(),
          SlotFixtures.aSlot()
              .withAddress(SlotFixtures.address(SlotFixtures.SERG, 2))
              .withoutSetup()
              .withVersion(0)
              .build());
  private final List<SlotsQuery> queries = new ArrayList<>();
  private final List<SlotAddress> lookups = new ArrayList<>();
  private final List<UpdateSlotCommand> updates = new ArrayList<>();
  private UpdateSlotOutcome outcome =
      new UpdateSlotOutcome.Saved(SlotFixtures.aSlot().withVersion(8).build());

  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new SlotsHandler(
                  new SlotUseCases(
                      query -> {
                        queries.add(query);
                        return slots;
                      },
                      this::find,
                      command -> {
                        updates.add(command);
                        return outcome;
                      },
                      SlotsHandlerTest::notHere,
                      SlotsHandlerTest::notHere,
                      SlotsHandlerTest::notHere),
                  new PublicLinks(URI.create("http://photo.example"), SlotFixtures.ACCOUNTS))));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listsTheOperatorsSlots() throws IOException {
    RawResponse response = get("/api/slots");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().at("/meta/total").asInt()).isEqualTo(2);
    JsonNode first = response.json().at("/data/0");
    assertThat(first.get("id").asText()).isEqualTo("slot-001");
    assertThat(first.get("name").asText()).isEqualTo("Wedding");
    assertThat(first.get("provider_id").asText()).isEqualTo("gemini");
    assertThat(first.get("operation_id").asText()).isEqualTo("change_image");
    assertThat(first.at("/settings_json/prompt").asText()).isEqualTo("as a watercolour");
    assertThat(first.get("ingest_url").asText()).isEqualTo("http://photo.example/ingest/slot-001");
    assertThat(first.get("is_configured").asBoolean()).isTrue();
    assertThat(first.get("updated_at").asText()).isEqualTo("2026-05-01T09:00:00Z");
    assertThat(first.get("version").asLong()).isEqualTo(7);
    assertThat(queries)
        .containsExactly(
            new SlotsQuery(
                SlotFixtures.SERG, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void aFreeSlotHasNoProviderAndNoSettings() throws IOException {
    JsonNode free = get("/api/slots").json().at("/data/1");

    assertThat(free.get("provider_id").isNull()).isTrue();
    assertThat(free.get("operation_id").isNull()).isTrue();
    assertThat(free.get("settings_json")).isEmpty();
    assertThat(free.get("is_configured").asBoolean()).isFalse();
  }

  @Test
  void passesTheFiltersOn() throws IOException {
    get("/api/slots?provider_id=gemini&operation_id=change_image&search=%D1%81%D0%B2%D0%B0");

    assertThat(queries)
        .containsExactly(
            new SlotsQuery(
                SlotFixtures.SERG,
                Optional.of("gemini"),
                Optional.of("change_image"),
                Optional.of("сва")));
  }

  @Test
  void readsOneSlotWithItsVersionAsTag() throws IOException {
    RawResponse response = get("/api/slots/slot-001");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("ETag")).contains("\"7\"");
    assertThat(response.json().get("id").asText()).isEqualTo("slot-001");
    assertThat(lookups).containsExactly(SlotFixtures.FIRST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slot-003", "slot-041", "slot-1", "nonsense", "%D1%81", "..%5c..%5cx"})
  void anUnknownSlotIsNotFound(String id) throws IOException {
    RawResponse response = get("/api/slots/" + id);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.error("slot_not_found").get("field").asText()).isEqualTo("slot_id");
  }

  @Test
  void savesASlot() throws IOException {
    RawResponse response = put("slot-001", UPDATE, "If-Match: \"7\"");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("ETag")).contains("\"8\"");
    assertThat(response.json().get("id").asText()).isEqualTo("slot-001");
    assertThat(response.json().get("updated_at").asText()).isEqualTo("2026-05-01T09:00:00Z");
    UpdateSlotCommand command = updates.getFirst();
    assertThat(command.address()).isEqualTo(SlotFixtures.FIRST);
    assertThat(command.name()).isEqualTo("Свадьба");
    assertThat(command.expectedVersion()).contains(7L);
    assertThat(command.setup().provider().value()).isEqualTo("gemini");
    assertThat(command.setup().operation().value()).isEqualTo("change_image");
    var settings = command.setup().settings();
    assertThat(settings.text("prompt")).contains("as a watercolour");
    assertThat(settings.number("strength")).contains(new BigDecimal("0.25"));
    assertThat(settings.values()).containsEntry("on", true).containsEntry("none", null);
    assertThat(settings.output().maxSidePx()).isEqualTo(2048);
    assertThat(settings.values().get("tags")).asString().isEqualTo("[a, 1, null]");
  }

  @Test
  void withoutIfMatchOrWithAStarAnyVersionWillDo() throws IOException {
    put("slot-001", UPDATE);
    put("slot-001", UPDATE, "If-Match: *");

    assertThat(updates)
        .extracting(UpdateSlotCommand::expectedVersion)
        .containsOnly(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "W/\"7\"", "\"seven\"", "\"7\", \"8\"", "\"-1\""})
  void anIfMatchOfAnotherShapeIsRefused(String ifMatch) throws IOException {
    RawResponse response = put("slot-001", UPDATE, "If-Match: " + ifMatch);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.error("request_invalid").get("field").asText()).isEqualTo("If-Match");
    assertThat(updates).isEmpty();
  }

  @Test
  void aVersionThatNeverWasMatchesNothing() throws IOException {
    put("slot-001", UPDATE, "If-Match: \"99999999999999999999\"");

    assertThat(updates.getFirst().expectedVersion()).contains(Long.MAX_VALUE);
  }

  @Test
  void aVersionConflictNamesTheCurrentVersion() throws IOException {
    outcome = new UpdateSlotOutcome.VersionConflict(9);

    RawResponse response = put("slot-001", UPDATE, "If-Match: \"7\"");

    assertThat(response.status()).isEqualTo(409);
    JsonNode details = response.error("slot_version_conflict");
    assertThat(details.get("found").asText()).isEqualTo("\"7\"");
    assertThat(details.get("allowed").asText()).isEqualTo("\"9\"");
    assertThat(response.header("ETag")).isEmpty();
  }

  @Test
  void wrongSettingsNameTheirFields() throws IOException {
    outcome =
        new UpdateSlotOutcome.SettingsInvalid(
            SlotPart.SETUP,
            List.of(
                new SettingsProblem(
                    "output.quality",
                    "Качество",
                    "Quality",
                    "out_of_range",
                    Map.of("allowed", "1–100", "found", "101")),
                SettingsProblem.of("prompt", "place_without_default", Map.of("found", "survey1"))));

    RawResponse english = put("slot-001", UPDATE, "Accept-Language: en");
    RawResponse russian = put("slot-001", UPDATE, "Accept-Language: ru");

    assertThat(english.status()).isEqualTo(422);
    JsonNode details = english.error("settings_invalid");
    assertThat(details.get("field").asText()).isEqualTo("/settings_json/output/quality");
    assertThat(details.get("problem").asText()).isEqualTo("must be within 1–100, not 101");
    assertThat(details.get("title").asText()).isEqualTo("Quality");
    assertThat(details.at("/problems/1/field").asText()).isEqualTo("/settings_json/prompt");
    assertThat(details.at("/problems/1/problem").asText())
        .isEqualTo(
            "not every photo comes with {survey1}; say what to write then, such as"
                + " {survey1|guest}");
    assertThat(english.json().at("/error/message").asText())
        .isEqualTo(
            "The setting “Quality” (/settings_json/output/quality) is not right: must be within"
                + " 1–100, not 101");
    assertThat(russian.error("settings_invalid").get("problem").asText())
        .isEqualTo("должно быть в пределах 1–100, а не 101");
    assertThat(russian.json().at("/error/message").asText())
        .isEqualTo(
            "Настройка «Качество» (/settings_json/output/quality) неверна: должно быть в пределах"
                + " 1–100, а не 101");
  }

  @Test
  void aMissingImageNamesItsField() throws IOException {
    outcome = new UpdateSlotOutcome.ImageMissing(SlotPart.SETUP, "base_media_id");

    RawResponse response = put("slot-001", UPDATE);

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.error("media_not_usable").get("field").asText())
        .isEqualTo("/settings_json/base_media_id");
  }

  @Test
  void anOperationThatIsNotOfferedIsRefused() throws IOException {
    outcome = new UpdateSlotOutcome.OperationNotAvailable(SlotPart.SETUP, SlotFixtures.aSetup());

    RawResponse response = put("slot-001", UPDATE);

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.error("operation_not_available").get("found").asText())
        .isEqualTo("gemini/change_image");
  }

  @Test
  void aBlankProviderIsNoFaultOfTheServer() throws IOException {
    RawResponse response = put("slot-001", UPDATE.replace("\"gemini\"", "\" \""));

    assertThat(response.status()).isEqualTo(422);
    response.error("operation_not_available");
    assertThat(updates).isEmpty();
  }

  @Test
  void aSlotThatIsGoneIsNotFound() throws IOException {
    outcome = new UpdateSlotOutcome.SlotUnknown();

    assertThat(put("slot-001", UPDATE).error("slot_not_found").get("found").asText())
        .isEqualTo("slot-001");
    assertThat(put("slot-99", UPDATE).status()).isEqualTo(404);
  }

  @Test
  void aNameHasOneToAHundredAndTwentyCharacters() throws IOException {
    RawResponse empty = put("slot-001", UPDATE.replace("Свадьба", ""));
    RawResponse tooLong = put("slot-001", UPDATE.replace("Свадьба", "я".repeat(121)));

    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.error("body_invalid").get("field").asText()).isEqualTo("/name");
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.error("body_invalid").get("limit").asInt()).isEqualTo(120);
    assertThat(put("slot-001", UPDATE.replace("Свадьба", "я".repeat(120))).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"x\",\"provider_id\":\"gemini\",\"operation_id\":\"o\",\"settings_json\":[]}",
        "{\"name\":\"x\",\"provider_id\":\"gemini\",\"operation_id\":\"o\",\"settings_json\":null}",
        "{\"name\":\"x\",\"provider_id\":\"gemini\",\"operation_id\":\"o\"}",
      })
  void settingsAreAnObject(String body) throws IOException {
    RawResponse response = put("slot-001", body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.error("body_invalid").get("field").asText()).isEqualTo("/settings_json");
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T notHere(Object command) {
    throw new UnsupportedOperationException(command.toString());
  }

  private Optional<Slot> find(SlotAddress address) {
    lookups.add(address);
    return slots.stream().filter(slot -> slot.address().equals(address)).findFirst();
  }

  private RawResponse get(String path) throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("GET", path, SERG);
    }
  }

  private RawResponse put(String slot, String body, String... headers) throws IOException {
    var all = new ArrayList<>(List.of(headers));
    all.add(SERG);
    try (RawClient client = server.connect()) {
      return client.json("PUT", "/api/slots/" + slot, body, all.toArray(String[]::new));
    }
  }
}
