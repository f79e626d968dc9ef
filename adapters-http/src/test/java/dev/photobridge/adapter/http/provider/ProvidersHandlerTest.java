package dev.photobridge.adapter.http.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.CheckProvidersUseCase;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.PromptWriting;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.TokenPrices;
import dev.photobridge.domain.provider.Words;
import dev.photobridge.domain.testing.CatalogueFixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersHandlerTest {
  private static final String SCHEMA =
      """
      {"type":"object","required":["prompt"],
       "properties":{"prompt":{"type":"string","maxLength":2000},"on":{"const":null}}}
      """;

  private final SequencedMap<ProviderId, ProviderCondition> conditions = new LinkedHashMap<>();

  @Test
  void saysHowEachProviderIsAtTheMoment() throws IOException {
    conditions.put(CatalogueFixtures.GEMINI, ProviderCondition.UNAVAILABLE);
    conditions.put(CatalogueFixtures.LOCAL, ProviderCondition.AVAILABLE);
    var handler = new ProvidersHandler(CatalogueFixtures.aCatalogue(), () -> conditions);

    assertThat(list(handler).json().get("providers").findValuesAsText("condition"))
        .containsExactly("unavailable", "available");
    conditions.put(CatalogueFixtures.GEMINI, ProviderCondition.PROBING);
    assertThat(list(handler).json().get("providers").findValuesAsText("condition"))
        .containsExactly("probing", "available");
  }

  @Test
  void namesThePromptWriter() throws IOException {
    var writing =
        new PromptWriting(
            new ProviderId("deepseek"),
            "DeepSeek",
            "flash",
            Duration.ofSeconds(15),
            TokenPrices.FREE,
            Map.of(PromptTask.TRANSLATE, "t", PromptTask.IMPROVE, "i"));
    var with = new ProviderCatalogue(List.of(), writing);

    assertThat(list(new ProvidersHandler(with, () -> conditions)).json().get("prompt_writer"))
        .hasToString("{\"id\":\"deepseek\",\"name\":\"DeepSeek\"}");
    var without = new ProviderCatalogue(List.of());
    assertThat(list(new ProvidersHandler(without, () -> conditions)).json())
        .hasToString("{\"providers\":[],\"prompt_writer\":null}");
  }

  @Test
  void tellsWhichModelsWillNotStay() throws IOException {
    var told =
        new ModelNotice("m-1", "DEPRECATED", Instant.parse("2026-12-31T00:00:00Z"), "Take m-2.");
    var brief = new ModelNotice("m-0", "LEGACY", null, "");
    var useCase =
        new CheckProvidersUseCase() {
          @Override
          public SequencedMap<ProviderId, ProviderCondition> check() {
            return conditions;
          }

          @Override
          public Map<ProviderId, List<ModelNotice>> notices() {
            return Map.of(CatalogueFixtures.GEMINI, List.of(told, brief));
          }
        };

    JsonNode providers =
        list(new ProvidersHandler(CatalogueFixtures.aCatalogue(), useCase)).json().get("providers");

    assertThat(providers.at("/0/notices").toString())
        .isEqualTo(
            "[{\"model\":\"m-1\",\"stage\":\"DEPRECATED\",\"ends_at\":\"2026-12-31T00:00:00Z\","
                + "\"message\":\"Take m-2.\"},{\"model\":\"m-0\",\"stage\":\"LEGACY\"}]");
    assertThat(providers.at("/1/notices")).isEmpty();
  }

  @Test
  void listsTheCatalogueInItsOrderWithItsSchemas() throws IOException {
    var gemini =
        CatalogueFixtures.aProvider()
            .withOperations(operation(SCHEMA), CatalogueFixtures.combineImages());
    var local = CatalogueFixtures.aProvider().withId(CatalogueFixtures.LOCAL).withOperations();

    RawResponse response =
        list(new ProvidersHandler(CatalogueFixtures.aCatalogue(gemini, local), () -> conditions));

    assertThat(response.status()).isEqualTo(200);
    JsonNode providers = response.json().get("providers");
    assertThat(providers.findValuesAsText("id"))
        .containsExactly("gemini", "change_image", "combine_images", "local");
    assertThat(providers.at("/0/name").asText()).isEqualTo("The provider gemini");
    JsonNode operation = providers.at("/0/operations/0");
    assertThat(operation.get("name").asText()).isEqualTo("Change");
    assertThat(operation.get("description").asText()).isEqualTo("Changes it.");
    assertThat(operation.at("/required_settings/0").asText()).isEqualTo("prompt");
    assertThat(operation.at("/settings_schema/properties/prompt/maxLength").asInt())
        .isEqualTo(2000);
    assertThat(operation.at("/settings_schema/properties/on").has("const")).isTrue();
    assertThat(providers.at("/1/operations")).isEmpty();
  }

  @Test
  void tellsTheCatalogueInTheLanguageOfTheRequest() throws IOException {
    var operation =
        new Operation(
            CatalogueFixtures.CHANGE_IMAGE,
            "Изменить",
            "Меняет фото.",
            List.of(),
            """
            {"type": "object", "properties": {"output": {"type": "object", "title": "Результат",
             "x-en": {"title": "Result"}, "properties": {"format": {"type": "string",
             "title": "Формат", "description": "Какой.", "x-en": {"title": "Format"},
             "enum": ["jpeg"], "x-labels": {"ru": {"jpeg": "ДЖЕЙПЕГ"}, "en": {"jpeg": "JPEG"}}}}}}}
            """,
            List.of(),
            Map.of(),
            null,
            new Words("Change", "Changes the photo."));
    var handler =
        new ProvidersHandler(
            CatalogueFixtures.aCatalogue(CatalogueFixtures.aProvider().withOperations(operation)),
            () -> conditions);

    JsonNode english = list(handler, "en").json().at("/providers/0/operations/0");
    JsonNode russian = list(handler, "ru").json().at("/providers/0/operations/0");

    assertThat(english.get("name").asText()).isEqualTo("Change");
    assertThat(english.get("description").asText()).isEqualTo("Changes the photo.");
    assertThat(english.at("/settings_schema/properties/output/title").asText()).isEqualTo("Result");
    assertThat(english.at("/settings_schema/properties/output/properties/format").toString())
        .isEqualTo(
            "{\"type\":\"string\",\"title\":\"Format\",\"description\":\"Какой.\","
                + "\"enum\":[\"jpeg\"],\"x-labels\":{\"jpeg\":\"JPEG\"}}");
    assertThat(russian.get("name").asText()).isEqualTo("Изменить");
    assertThat(russian.at("/settings_schema/properties/output/properties/format").toString())
        .isEqualTo(
            "{\"type\":\"string\",\"title\":\"Формат\",\"description\":\"Какой.\","
                + "\"enum\":[\"jpeg\"],\"x-labels\":{\"jpeg\":\"ДЖЕЙПЕГ\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "true"})
  void aSchemaThatIsNoObjectIsNoticedAtTheStart(String schema) {
    var catalogue =
        CatalogueFixtures.aCatalogue(
            CatalogueFixtures.aProvider().withOperations(operation(schema)));

    assertThatThrownBy(() -> new ProvidersHandler(catalogue, () -> conditions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("change_image");
  }

  private static Operation operation(String schema) {
    return new Operation(
        CatalogueFixtures.CHANGE_IMAGE,
        "Change",
        "Changes it.",
        List.of("prompt"),
        schema,
        List.of(new MediaPart.GuestPhoto("image")),
        Map.of(),
        null);
  }

  private static RawResponse list(ProvidersHandler handler) throws IOException {
    return list(handler, "ru");
  }

  private static RawResponse list(ProvidersHandler handler, String language) throws IOException {
    try (TestServer server = TestServer.start(TestHandlers.of(handler));
        RawClient client = server.connect()) {
      return client.request(
          "GET",
          "/api/providers",
          "Authorization: " + TestServer.SERGS_TOKEN,
          "Accept-Language: " + language);
    }
  }
}
