package dev.photobridge.adapter.http.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.TestSlotCommand;
import dev.photobridge.application.port.in.TestSlotOutcome;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.testing.JobFixtures;
import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTestsHandlerTest {
  private static final String SERG = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final String PATH = "/api/slots/slot-001/test";
  private static final String PHOTO = "\"photo_media_id\":\"" + PhotoFixtures.aMediaId(5) + "\"";
  private static final QueuedJob JOB =
      QueuedJob.accepted(JobFixtures.ofOrigin(JobOrigin.TEST, JobFixtures.anOrder().build()));

  private final List<TestSlotCommand> commands = new ArrayList<>();
  private TestSlotOutcome outcome =
      new TestSlotOutcome.Queued(
          new JobView(JOB, Optional.empty(), Optional.empty(), Optional.empty()));
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new SlotTestsHandler(
                  command -> {
                    commands.add(command);
                    return outcome;
                  },
                  new ErrorMessages())));

  @AfterEach
  void stop() {
    server.close();
  }

  private RawResponse test(String body) throws IOException {
    return test(PATH, body);
  }

  private RawResponse test(String path, String body) throws IOException {
    try (RawClient client = server.connect()) {
      return client.json("POST", path, body, SERG, "Accept-Language: en");
    }
  }

  @Test
  void savedSettingsAreTriedOut() throws IOException {
    RawResponse response = test("{" + PHOTO + "}");

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.json().get("id").asText()).isEqualTo(JOB.id().toString());
    assertThat(response.json().get("origin").asText()).isEqualTo("test");
    assertThat(commands)
        .containsExactly(
            new TestSlotCommand(SlotFixtures.FIRST, PhotoFixtures.aMediaId(5), null, Map.of()));
  }

  @Test
  void unsavedSettingsAndWordsOfGuestsAreTriedOut() throws IOException {
    RawResponse response =
        test(
            """
            {%s, "setup": {"provider_id": "gemini", "operation_id": "change_image",
               "settings_json": {"prompt": "as a watercolour"},
               "fallback": {"provider_id": "local", "operation_id": "change_image",
                            "settings_json": {"effect": "black_and_white"}}},
             "fields": {"survey1": "кот"}}
            """
                .formatted(PHOTO));

    assertThat(response.status()).isEqualTo(202);
    assertThat(commands)
        .containsExactly(
            new TestSlotCommand(
                SlotFixtures.FIRST,
                PhotoFixtures.aMediaId(5),
                new TestSlotCommand.Unsaved(SlotFixtures.aSetup(), SlotFixtures.anEffect()),
                Map.of("survey1", "кот")));
  }

  @Test
  void whatIsWrongWithUnsavedSettingsIsNamedWhereItStands() throws IOException {
    outcome =
        new TestSlotOutcome.SetupRefused(
            new UpdateSlotOutcome.SettingsInvalid(
                SlotPart.FALLBACK,
                List.of(
                    SettingsProblem.of("output.quality", "too_large", Map.of("limit", "100")))));

    RawResponse response = test("{" + PHOTO + "}");

    assertThat(response.status()).isEqualTo(422);
    var details = response.error("settings_invalid");
    assertThat(details.get("field").asText())
        .isEqualTo("/setup/fallback/settings_json/output/quality");
    assertThat(details.at("/problems/0/field").asText())
        .isEqualTo("/setup/fallback/settings_json/output/quality");
    assertThat(details.at("/problems/0/problem").asText()).contains("100");
  }

  @Test
  void anOperationThatThereIsNotIsNamedWhereItStands() throws IOException {
    outcome =
        new TestSlotOutcome.SetupRefused(
            new UpdateSlotOutcome.OperationNotAvailable(SlotPart.SETUP, SlotFixtures.aSetup()));
    assertThat(test("{" + PHOTO + "}").error("operation_not_available").get("field").asText())
        .isEqualTo("/setup/operation_id");

    RawResponse blank =
        test(
            "{"
                + PHOTO
                + ",\"setup\":{\"provider_id\":\"\",\"operation_id\":\"x\",\"settings_json\":{}}}");
    assertThat(blank.status()).isEqualTo(422);
    assertThat(blank.error("operation_not_available").get("field").asText())
        .isEqualTo("/setup/operation_id");
  }

  @Test
  void aPhotoThatIsNotThereOrNotTakenIsNamed() throws IOException {
    outcome = new TestSlotOutcome.PhotoMissing();
    RawResponse missing = test("{" + PHOTO + "}");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.error("media_not_usable").get("field").asText())
        .isEqualTo("/photo_media_id");

    outcome =
        new TestSlotOutcome.PhotoRefused(new PhotoRefusal.TooSmall(new PixelSize(15, 20), 32));
    RawResponse refused = test("{" + PHOTO + "}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.error("media_not_usable").get("field").asText())
        .isEqualTo("/photo_media_id");
    assertThat(refused.json().at("/error/message").asText())
        .isEqualTo(
            "The slot does not take the photo. The image is too small: its shorter side has 15"
                + " pixels, at least 32 are needed.");
  }

  @ParameterizedTest
  @CsvSource({
    "SLOT_UNKNOWN, 404, slot_not_found",
    "NOT_CONFIGURED, 409, slot_not_configured",
    "FULL, 503, queue_full",
    "STOPPING, 503, shutting_down"
  })
  void otherRefusalsAreErrorsAsEverywhere(String why, int status, String code) throws IOException {
    outcome =
        switch (why) {
          case "SLOT_UNKNOWN" -> new TestSlotOutcome.SlotUnknown();
          case "NOT_CONFIGURED" -> new TestSlotOutcome.SlotNotConfigured();
          case "FULL" -> new TestSlotOutcome.QueueFull();
          default -> new TestSlotOutcome.Stopping();
        };

    RawResponse response = test("{" + PHOTO + "}");

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.error(code)).isNotNull();
  }

  @Test
  void anIdThatNoSlotHasIsUnknown() throws IOException {
    RawResponse response = test("/api/slots/slot-999/test", "{" + PHOTO + "}");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.error("slot_not_found").get("found").asText()).isEqualTo("slot-999");
    assertThat(commands).isEmpty();
  }

  @Test
  void fieldsAreBounded() throws IOException {
    var many = new StringBuilder();
    for (int i = 0; i <= 50; i++) {
      many.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":\"\"");
    }
    RawResponse tooMany = test("{" + PHOTO + ",\"fields\":{" + many + "}}");
    assertThat(tooMany.status()).isEqualTo(400);
    assertThat(tooMany.error("body_invalid").get("field").asText()).isEqualTo("/fields");

    RawResponse tooLong = test("{" + PHOTO + ",\"fields\":{\"a/b\":\"" + "x".repeat(1001) + "\"}}");
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.error("body_invalid").get("field").asText()).isEqualTo("/fields/a~1b");

    RawResponse nothing = test("{" + PHOTO + ",\"fields\":{\"a\":null}}");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(commands).isEmpty();
  }
}
