package dev.photobridge.adapter.http.slot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.ResetSlotCommand;
import dev.photobridge.application.port.in.RestoreSlotVersionCommand;
import dev.photobridge.application.port.in.RestoreSlotVersionOutcome;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotVersion;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Resetting slots and bringing earlier versions back, over the wire.
class SlotHistoryWireTest {
  private static final String SERG = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final Instant REPLACED_AT = Instant.parse("2026-05-03T09:00:00Z");
  private static final String RESET = "/api/slots/slot-001/reset";
  private static final String VERSIONS = "/api/slots/slot-001/versions";

  private final List<ResetSlotCommand> resets = new ArrayList<>();
  private final List<RestoreSlotVersionCommand> restored = new ArrayList<>();
  private UpdateSlotOutcome outcome =
      new UpdateSlotOutcome.Saved(SlotFixtures.aSlot().withVersion(8).build());
  private Optional<RestoreSlotVersionOutcome> restoring = Optional.empty();
  private List<SlotVersion> versions = List.of();

  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new SlotsHandler(
                  new SlotUseCases(
                      _ -> List.of(),
                      _ -> Optional.empty(),
                      _ -> outcome,
                      command -> {
                        resets.add(command);
                        return outcome;
                      },
                      address ->
                          address.equals(SlotFixtures.FIRST)
                              ? Optional.of(versions)
                              : Optional.empty(),
                      command -> {
                        restored.add(command);
                        return restoring.orElseGet(
                            () -> new RestoreSlotVersionOutcome.Tried(outcome));
                      }),
                  new PublicLinks(URI.create("http://photo.example"), SlotFixtures.ACCOUNTS))));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void makesASlotFree() throws IOException {
    RawResponse response = call("POST", RESET, "If-Match: \"7\"");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("ETag")).contains("\"8\"");
    assertThat(response.json().get("id").asText()).isEqualTo("slot-001");
    assertThat(resets).containsExactly(new ResetSlotCommand(SlotFixtures.FIRST, Optional.of(7L)));
  }

  @Test
  void whoSawAnotherVersionChangesNothing() throws IOException {
    outcome = new UpdateSlotOutcome.VersionConflict(9);

    for (String path : List.of(RESET, VERSIONS + "/5/restore")) {
      RawResponse response = call("POST", path, "If-Match: \"7\"");

      assertThat(response.status()).isEqualTo(409);
      JsonNode details = response.error("slot_version_conflict");
      assertThat(details.get("found").asText()).isEqualTo("\"7\"");
      assertThat(details.get("allowed").asText()).isEqualTo("\"9\"");
    }
  }

  @Test
  void listsWhatASlotWas() throws IOException {
    var rules =
        new SlotRules(
            new FailureReply.LocalEffect(SlotFixtures.anEffect()),
            SlotFixtures.anEffect(),
            false,
            3,
            null);
    versions =
        List.of(
            new SlotVersion(
                SlotFixtures.aSlot().withVersion(1).withRules(rules).build(), REPLACED_AT),
            new SlotVersion(
                SlotFixtures.aSlot().withVersion(0).withoutSetup().build(), REPLACED_AT));

    RawResponse response = call("GET", VERSIONS);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().at("/meta/total").asInt()).isEqualTo(2);
    JsonNode first = response.json().at("/data/0");
    assertThat(first.get("version").asLong()).isEqualTo(1);
    assertThat(first.get("saved_at").asText()).isEqualTo("2026-05-01T09:00:00Z");
    assertThat(first.get("replaced_at").asText()).isEqualTo("2026-05-03T09:00:00Z");
    assertThat(first.get("name").asText()).isEqualTo("Wedding");
    assertThat(first.at("/settings_json/prompt").asText()).isEqualTo("as a watercolour");
    assertThat(first.at("/failure_reply/kind").asText()).isEqualTo("local_effect");
    assertThat(first.at("/fallback/provider_id").asText()).isEqualTo("local");
    assertThat(first.get("join_duplicates").asBoolean()).isFalse();
    assertThat(first.get("max_parallel_jobs").asInt()).isEqualTo(3);
    JsonNode free = response.json().at("/data/1");
    assertThat(free.get("provider_id").isNull()).isTrue();
    assertThat(free.get("settings_json")).isEmpty();
  }

  @Test
  void bringsAVersionBack() throws IOException {
    RawResponse response = call("POST", VERSIONS + "/5/restore", "If-Match: \"7\"");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("ETag")).contains("\"8\"");
    assertThat(restored)
        .containsExactly(new RestoreSlotVersionCommand(SlotFixtures.FIRST, 5, Optional.of(7L)));
  }

  @Test
  void aVersionThatIsNotKeptIsNotFound() throws IOException {
    restoring = Optional.of(new RestoreSlotVersionOutcome.NotKept());

    RawResponse response = call("POST", VERSIONS + "/5/restore");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.error("slot_version_not_found").get("found").asInt()).isEqualTo(5);
  }

  @Test
  void aVersionThatCanNotBeSavedAnyMoreSaysWhy() throws IOException {
    outcome = new UpdateSlotOutcome.ImageMissing(SlotPart.SETUP, "base_media_id");
    RawResponse image = call("POST", VERSIONS + "/5/restore");
    outcome = new UpdateSlotOutcome.OperationNotAvailable(SlotPart.SETUP, SlotFixtures.aSetup());
    RawResponse operation = call("POST", VERSIONS + "/5/restore");

    assertThat(image.status()).isEqualTo(422);
    image.error("media_not_usable");
    assertThat(operation.error("operation_not_available").get("found").asText())
        .isEqualTo("gemini/change_image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
  void aVersionIsANumber(String version) throws IOException {
    RawResponse response = call("POST", VERSIONS + "/" + version + "/restore");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.error("request_invalid").get("field").asText()).isEqualTo("version");
  }

  @Test
  void anUnknownSlotIsNotFound() throws IOException {
    for (String path : List.of("/api/slots/slot-041/reset", "/api/slots/x/versions/5/restore")) {
      assertThat(call("POST", path).error("slot_not_found").get("found").asText()).isNotBlank();
    }
    assertThat(call("GET", "/api/slots/slot-002/versions").status()).isEqualTo(404);
  }

  private RawResponse call(String method, String path, String... headers) throws IOException {
    var all = new ArrayList<>(List.of(headers));
    all.add(SERG);
    all.add("Content-Length: 0");
    try (RawClient client = server.connect()) {
      return client.request(method, path, all.toArray(String[]::new));
    }
  }
}
