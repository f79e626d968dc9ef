package dev.photobridge.adapter.http.page.slot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photobridge.adapter.http.error.Bilingual;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.Wording;
import dev.photobridge.adapter.http.page.slot.form.SettingsForm;
import dev.photobridge.adapter.http.page.slot.form.ShippedOperations;
import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.openapi.model.CostCapDto;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.FailureReplyDto.KindEnum;
import dev.photobridge.openapi.model.SlotFallbackDto;
import dev.photobridge.openapi.model.SlotUpdateDto;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlotPageTest {
  private static final String AT = "/slots/slot-005";
  private static final String IMAGE = "0a403f97-312f-4fc5-9f01-7de121c9a9d7";
  private static final FailureReplyDto ERROR =
      new FailureReplyDto(KindEnum.ERROR_STATUS, null, null);
  private static final JsonMapper JSON = new JsonMapper();

  private final FakeSlotApis fake = new FakeSlotApis();
  private final TestServer server =
      TestServer.start(TestHandlers.of(new FakePageSession()), new SlotPage(fake.apis()));
  private final PageClient serg = PageClient.signedIn(server);

  @AfterEach
  void stop() {
    serg.close();
    server.close();
  }

  @Test
  void aFreeSlotSaysSoInBothLanguagesAndHowToConnectABooth() throws Exception {
    HttpResponse<String> russian = serg.get(AT);
    String english = serg.with("Accept-Language", "en").get(AT).body();

    assertThat(russian.statusCode()).isEqualTo(200);
    assertThat(russian.body())
        .contains("<html lang=\"ru\"", "Слот 5", "Свободен", "http://booth.example/ingest/slot-005")
        .contains("Timeout — 55 секунд")
        .doesNotContain("never shown here", "reset-dialog");
    assertThat(english).contains("Slot 5", "Free", "Postprocess photos").doesNotContain("Слот");
  }

  @Test
  void nobodyWhoIsSignedOutSeesIt() throws Exception {
    try (PageClient visitor = PageClient.signedOut(server)) {
      HttpResponse<String> answer = visitor.get(AT);

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/sign-in?next=");
    }
    assertThat(serg.postBare(AT, "name=x").statusCode()).isEqualTo(403);
    assertThat(fake.saved).isNull();
  }

  @Test
  void thereIsNoPageOfAnotherSlot() throws Exception {
    assertThat(serg.get("/slots/slot-041").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationIsDrawnSavedAndShownAgain(ShippedOperations operation) throws Exception {
    SettingsForm form = SettingsForm.of("setup.settings", operation.schema());
    var fields = new LinkedHashMap<String, String>();
    fields.put("part", "setup");
    fields.put("setup.provider", operation.provider());
    fields.put("setup.operation", operation.operation());
    HttpResponse<String> drawn = serg.byScript().post(AT + "/draw", fields);

    assertThat(drawn.statusCode()).isEqualTo(200);
    assertThat(drawn.body()).startsWith("<div class=\"setup\" id=\"part-setup\">");
    for (Object setting : properties(operation).keySet()) {
      assertThat(drawn.body()).contains("setup.settings." + setting);
    }

    Map<String, Object> settings = settings(operation);
    fields.putAll(form.texts(settings));
    fields.put("setup.drawn", operation.provider() + "/" + operation.operation());
    fields.put("name", "Booth");
    fields.put("version", "1");
    HttpResponse<String> saved = serg.post(AT, fields);

    assertThat(saved.headers().firstValue("Location")).contains(AT + "?notice=saved");
    SlotUpdateDto update = Objects.requireNonNull(fake.saved);
    assertThat(update.providerId()).isEqualTo(operation.provider());
    assertThat(update.operationId()).isEqualTo(operation.operation());
    assertThat(json(update.settingsJson())).isEqualTo(json(settings));
    assertThat(serg.get(AT).body())
        .contains("The " + operation.provider(), "data-dirty=\"false\"")
        .contains(image(operation) ? "value=\"" + IMAGE + "\"" : "");
  }

  static List<ShippedOperations> operations() {
    return ShippedOperations.all();
  }

  @Test
  void savesEverythingThatASlotHas() throws Exception {
    Map<String, String> fields = change("  Студия  ");
    fields.put("failure.kind", "local_effect");
    fields.put("failure.operation", "change_image");
    fields.put("failure.settings.effect", "noir");
    fields.put("fallback.provider", "openai");
    fields.put("fallback.operation", "change_image");
    fields.put("fallback.settings.prompt", "the same");
    fields.put("cap.per_day", "2,50");
    fields.put("cap.kind", "original_photo");
    fields.put("join_duplicates", "false");
    fields.put("max_parallel_jobs", " 3 ");
    fields.put("failure.drawn", "local/change_image");
    fields.put("fallback.drawn", "openai/change_image");

    serg.post(AT, fields);

    assertThat(fake.saved)
        .isEqualTo(
            new SlotUpdateDto(
                "  Студия  ",
                "gemini",
                "change_image",
                Map.of("prompt", "Сделай {name|гость}\nв две строки"),
                new FailureReplyDto(
                    KindEnum.LOCAL_EFFECT, "change_image", Map.of("effect", "noir")),
                new SlotFallbackDto("openai", "change_image", Map.of("prompt", "the same")),
                false,
                3,
                new CostCapDto(
                    new BigDecimal("2.50"),
                    null,
                    new FailureReplyDto(KindEnum.ORIGINAL_PHOTO, null, null))));
    assertThat(serg.get(AT).body()).contains("data-dirty=\"false\"", "value=\"2.5\"");
  }

  @Test
  void aScriptGetsTheSavedFormBackAndIsTold() throws Exception {
    HttpResponse<String> saved = serg.byScript().post(AT, change("Booth"));

    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.headers().firstValue("HX-Trigger")).contains("slot-saved");
    assertThat(saved.body())
        .startsWith("<div id=\"slot\"")
        .contains("name=\"version\" value=\"2\"", "Слот 5 · Booth", "Сохранено");
  }

  @Test
  void whatPeopleTypedIsTextAndNothingElse() throws Exception {
    String hostile = "\"><img src=x onerror=alert(1)>";
    Map<String, String> fields = change(hostile);
    fields.put("setup.settings.prompt", "</textarea><script>" + hostile);

    serg.post(AT, fields);

    assertThat(serg.get(AT).body())
        .contains("&lt;img src=x", "&lt;/textarea&gt;&lt;script&gt;")
        .doesNotContain("<img src=x", "</textarea><script");
  }

  @Test
  void aRefusedSettingIsToldAtItsFieldAndInTheSummary() throws Exception {
    fake.refusal =
        ErrorAnswer.of(ErrorCodeDto.SETTINGS_INVALID)
            .with(
                "problems",
                List.of(
                    Map.of(
                        "field", "/settings_json/output/quality",
                        "problem", new Wording("too_large", Map.of("limit", "100", "found", "101")),
                        "title", new Bilingual("Качество", "Quality")),
                    Map.of(
                        "field",
                        "/fallback/settings_json/prompt",
                        "problem",
                        new Wording("missing", Map.of()))));
    Map<String, String> fields = change("Booth");
    fields.put("setup.settings.output.quality", "101");
    fields.put("fallback.provider", "openai");
    fields.put("fallback.operation", "generate");

    HttpResponse<String> plain = serg.post(AT, fields);
    HttpResponse<String> script = serg.byScript().post(AT, fields);

    assertThat(plain.statusCode()).isEqualTo(422);
    assertThat(script.statusCode()).isEqualTo(422);
    assertThat(script.body())
        .contains(
            "href=\"#field-setup-settings-output-quality\"",
            "href=\"#field-fallback-settings-prompt\"")
        .contains("id=\"field-setup-settings-output-quality-error\"", "value=\"101\"")
        .contains("data-takes-focus", "value=\"Booth\"");
  }

  @ParameterizedTest
  @CsvSource({
    "max_parallel_jobs, many, field-max-parallel-jobs-error",
    "cap.total, a lot, field-cap-total-error"
  })
  void aNumberThatIsNoneIsToldAtItsField(String name, String text, String error) throws Exception {
    Map<String, String> fields = change("Booth");
    fields.put(name, text);

    HttpResponse<String> answer = serg.post(AT, fields);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("id=\"" + error + "\"", "value=\"" + text + "\"");
    assertThat(fake.saved).isNull();
  }

  @Test
  void promptAndImagesThatFitSurviveAnotherOperationAndComeBackWithTheOldOne() throws Exception {
    Map<String, String> fields = change("Booth");
    fields.put("setup.operation", "face_swap");
    fields.put("setup.drawn", "gemini/style_transfer");
    fields.put("setup.settings.reference_media_id", IMAGE);
    fields.put("setup.settings.style_strength", "0.2");
    fields.put("part", "setup");

    String drawn = serg.byScript().post(AT + "/draw", fields).body();

    assertThat(drawn)
        .contains("name=\"setup.settings.template_media_id\" value=\"" + IMAGE + "\"")
        .contains("в две строки</textarea>")
        .contains("<input type=\"hidden\" name=\"setup.settings.style_strength\" value=\"0.2\">");
  }

  @Test
  void anImageWhoseSwitchIsOffIsNotSaved() throws Exception {
    Map<String, String> fields = change("Booth");
    fields.put("setup.operation", "replace_background");
    fields.put("setup.drawn", "gemini/replace_background");
    fields.put("setup.settings.base_media_id", IMAGE);
    fields.put("setup.settings.base_media_id.used", "false");

    serg.post(AT, fields);

    assertThat(Objects.requireNonNull(fake.saved).settingsJson()).containsOnlyKeys("prompt");
  }

  @Test
  void whatSomebodyElseSavedMeanwhileStandsBesideOnesOwn() throws Exception {
    serg.post(AT, change("Old"));
    fake.slot =
        FakeSlotApis.with(
            new SlotUpdateDto(
                "Old",
                "gemini",
                "change_image",
                Map.of("prompt", "Theirs"),
                ERROR,
                null,
                true,
                7,
                null),
            3);
    Map<String, String> fields = change("Mine");
    fields.put("version", "2");

    HttpResponse<String> plain = serg.post(AT, fields);
    HttpResponse<String> script = serg.byScript().post(AT, fields);

    assertThat(plain.statusCode()).isEqualTo(409);
    assertThat(script.statusCode()).isEqualTo(422);
    assertThat(script.body())
        .contains("id=\"conflict\"", "name=\"version\" value=\"3\"")
        .contains("name=\"choose.name\"", ">Mine</span>", ">Old</span>", ">Theirs</span>")
        .doesNotContain("choose.join_duplicates", "choose.setup.provider");

    fields.put("version", "3");
    fields.put("choose.name", "mine");
    fields.put("choose.setup.settings.prompt", "theirs");
    fields.put("choose.max_parallel_jobs", "theirs");
    serg.post(AT, fields);

    SlotUpdateDto update = Objects.requireNonNull(fake.saved);
    assertThat(update.name()).isEqualTo("Mine");
    assertThat(update.settingsJson()).isEqualTo(Map.of("prompt", "Theirs"));
    assertThat(update.maxParallelJobs()).isEqualTo(7);
  }

  @Test
  void resetsAndRestoresTheVersionThatWasSeen() throws Exception {
    serg.post(AT, change("Booth"));

    assertThat(serg.get(AT).body()).contains("reset-dialog", AT + "/versions/1/restore");
    assertThat(serg.post(AT + "/reset", Map.of("version", "1")).statusCode()).isEqualTo(409);
    HttpResponse<String> reset = serg.post(AT + "/reset", Map.of("version", "2"));
    assertThat(reset.headers().firstValue("Location")).contains(AT + "?notice=reset");
    assertThat(serg.get(AT + "?notice=reset").body()).contains("Слот свободен.", "Booth");

    HttpResponse<String> back = serg.post(AT + "/versions/2/restore", Map.of("version", "3"));
    assertThat(back.headers().firstValue("Location")).contains(AT + "?notice=restored");
    assertThat(serg.post(AT + "/versions/99/restore", Map.of("version", "3")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void warnsOfAProviderThatCanNotHelpTonight() throws Exception {
    serg.post(AT, change("Booth"));
    Map<String, String> away = change("Booth");
    away.put("setup.provider", "openai");
    away.put("part", "setup");

    assertThat(serg.get(AT).body())
        .contains("Для The gemini не задан ключ API", "href=\"/settings\"");
    assertThat(serg.byScript().post(AT + "/draw", away).body())
        .contains("The openai сейчас не отвечает");
  }

  private static Map<String, String> change(String name) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", name);
    fields.put("version", "1");
    fields.put("setup.provider", "gemini");
    fields.put("setup.operation", "change_image");
    fields.put("setup.drawn", "gemini/change_image");
    fields.put("setup.settings.prompt", "Сделай {name|гость}\r\nв две строки");
    fields.put("failure.kind", "error_status");
    fields.put("cap.kind", "error_status");
    fields.put("join_duplicates", "true");
    return fields;
  }

  private static boolean image(ShippedOperations operation) {
    return json(settings(operation)).toString().contains(IMAGE);
  }

  /// Its defaults, and something in every text, image and number.
  private static Map<String, Object> settings(ShippedOperations operation) {
    var settings = new LinkedHashMap<String, Object>();
    properties(operation)
        .forEach((name, schema) -> settings.put(name.toString(), value((Map<?, ?>) schema)));
    return settings;
  }

  private static Map<?, ?> properties(ShippedOperations operation) {
    return (Map<?, ?>) Objects.requireNonNull(operation.schema().get("properties"));
  }

  private static Object value(Map<?, ?> schema) {
    Object preset = schema.get("default");
    if (preset != null) {
      return preset;
    }
    if (schema.get("enum") instanceof List<?> values) {
      return values.getLast();
    }
    if (schema.get("properties") instanceof Map<?, ?> group) {
      var inner = new LinkedHashMap<String, Object>();
      group.forEach((name, one) -> inner.put(name.toString(), value((Map<?, ?>) one)));
      return inner;
    }
    return switch (String.valueOf(schema.get("type"))) {
      case "integer" -> schema.get("maximum") instanceof Number number ? number : 7;
      case "boolean" -> true;
      default -> "uuid".equals(schema.get("format")) ? IMAGE : "Текст <b>";
    };
  }

  private static JsonNode json(Object value) {
    return JSON.valueToTree(value);
  }
}
