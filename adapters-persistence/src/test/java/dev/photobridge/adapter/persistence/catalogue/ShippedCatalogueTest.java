package dev.photobridge.adapter.persistence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.slot.SlotSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The catalogue and the schema in `configs`.
class ShippedCatalogueTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, @Nullable Object>> SETTINGS =
      new TypeReference<>() {};
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
  private static final Path CONFIGS = Path.of("..", "configs");

  private final ProviderCatalogue catalogue = shipped();

  @Test
  void offersWhatWorks() {
    assertThat(catalogue.providers())
        .extracting(
            provider ->
                provider.id() + " " + provider.operations().stream().map(Operation::id).toList())
        .containsExactly(
            "gemini [style_transfer, combine_images, change_image, face_swap, replace_object,"
                + " replace_background, generate]",
            "turbotext [style_transfer, change_image, face_swap, replace_object]",
            "openai [style_transfer, combine_images, change_image, face_swap, replace_object,"
                + " replace_background, generate]",
            "local [change_image, combine_images, replace_background, collage]");
  }

  @Test
  void hasOnlyModelsThatAreAlive() {
    Provider gemini = catalogue.provider(new ProviderId("gemini")).orElseThrow();
    assertThat(gemini.models())
        .extracting(Model::id)
        .containsExactly(
            "gemini-nano-banana-2.1", "gemini-3.1-flash-lite-image", "gemini-3-pro-image");
  }

  @Test
  void limitsGeminiAsItsSecondTierDoesAndLocalNotAtAll() {
    assertThat(catalogue.provider(new ProviderId("gemini")).orElseThrow().limits())
        .isEqualTo(new ProviderLimits(500, 2000, 500_000, ZoneId.of("America/Los_Angeles")));
    assertThat(catalogue.provider(new ProviderId("local")).orElseThrow().limits().areNone())
        .isTrue();
  }

  @Test
  void saysForEveryImageOfTurbotextWhichFieldTakesIt() {
    for (Operation operation :
        catalogue.provider(new ProviderId("turbotext")).orElseThrow().operations()) {
      for (MediaPart part : operation.mediaParts()) {
        assertThat(operation.parameters().keySet())
            .as("%s of %s", part.id(), operation.id())
            .anyMatch(name -> name.startsWith("field." + part.id()));
      }
      assertThat(operation.price()).as("a price to be set").isPresent();
    }
  }

  @Test
  void hasTheGuestsPhotoInEveryCallThatDoesNotMakeANewImage() {
    for (Provider provider : catalogue.providers()) {
      for (Operation operation : provider.operations()) {
        assertThat(operation.mediaParts().contains(new MediaPart.GuestPhoto("ingest_media")))
            .as("%s/%s", provider.id(), operation.id())
            .isNotEqualTo(operation.id().value().equals("generate"));
      }
    }
  }

  @Test
  void putsTheSceneIntoCombineImagesAndTakesAnotherImage() {
    assertThat(operation("gemini", "combine_images").mediaParts())
        .containsExactly(
            new MediaPart.GuestPhoto("ingest_media"),
            new MediaPart.SlotImage("base_media_id", true),
            new MediaPart.SlotImage("overlay_media_id", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          gemini | combine_images | {"prompt": "Сменить фон на корпоративный стиль", "base_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "overlay_media_id": "3ad89908-0df1-4f1e-b3e9-586eea730d21", "blend_mode": "face_swap", "alignment": {"face_landmarks": true, "scale": 1.1}, "output": {"format": "jpeg", "quality": 90}}
          gemini | change_image | {"prompt": "Осветлить лицо и пригладить фон", "guidance_scale": 6.5, "output": {"format": "png", "quality": 95}}
          gemini | style_transfer | {"prompt": "In the style of a fashion magazine", "reference_media_id": "0a403f97-312f-4fc5-9f01-7de121c9a9d7", "output": {"format": "jpeg", "max_side_px": 2048}}
          gemini | change_image | {"prompt": "x", "model": "gemini-3-pro-image", "image_size": "4K", "seed": 7}
          openai | change_image | {"prompt": "Привет, {name}", "model": "gpt-image-2", "quality": "high", "size": "auto", "output": {"format": "webp"}}
          openai | face_swap | {"template_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "direction": "template_to_guest"}
          openai | generate | {"prompt": "x"}
          turbotext | style_transfer | {"reference_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "prompt": "маслом"}
          turbotext | change_image | {"prompt": "Сделай комикс", "strength": 80, "seed": 10000000000, "guidance_scale": 0.1, "negative_prompt": "размытие, лишние пальцы", "original_language": "ru", "user_id": 1}
          turbotext | face_swap | {"template_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "direction": "guest_to_template", "face_restore": true}
          turbotext | replace_object | {"object": "бокал", "replacement": "букет"}
          local | change_image | {"effect": "sepia", "strength": 0.5}
          local | combine_images | {"overlay_media_id": "3ad89908-0df1-4f1e-b3e9-586eea730d21", "fit": "photo"}
          local | combine_images | {"overlay_media_id": "3ad89908-0df1-4f1e-b3e9-586eea730d21", "base_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "key_color": "#00FF00", "tolerance": 0.2, "softness": 0.1, "output": {"quality": 80}}
          local | replace_background | {"base_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "key_color": "#0000ff", "spill": 0.5, "effect": "none"}
          local | change_image | {"effect": "duotone", "duotone_dark": "#102030", "duotone_light": "#ffeedd", "stamp_text": "Выпускной {date}", "stamp_position": "bottom_right", "stamp_font": "mono", "stamp_size": 4, "stamp_color": "#ffcc00", "output": {"format": "webp"}}
          local | collage | {}
          local | collage | {"effect_top_left": "poster", "gap": 0, "gap_color": "#000000", "watermark_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "watermark_position": "top_left", "watermark_size": 15, "watermark_opacity": 0.5}
          """)
  void acceptsSettingsAsOperatorsHaveThem(String provider, String operation, String settings)
      throws IOException {
    assertThat(problems(provider, operation, settings)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          gemini | change_image | {} | prompt
          gemini | change_image | {"prompt": ""} | prompt
          gemini | change_image | {"prompt": "x", "model": "gemini-2.5-flash-image"} | model
          gemini | combine_images | {"overlay_media_id": "3ad89908-0df1-4f1e-b3e9-586eea730d21"} | base_media_id
          gemini | style_transfer | {"reference_media_id": "no id"} | reference_media_id
          gemini | change_image | {"prompt": "x", "output": {"format": "gif"}} | output.format
          gemini | change_image | {"prompt": "x", "output": {"max_side_px": 255}} | output.max_side_px
          openai | change_image | {"prompt": "x", "quality": "best"} | quality
          openai | change_image | {"prompt": "x", "guidance_scale": 7} | guidance_scale
          openai | generate | {"prompt": "x", "size": "900x500"} | size
          turbotext | style_transfer | {"reference_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "style_strength": 0.5} | style_strength
          turbotext | change_image | {"prompt": "x", "strength": 81} | strength
          turbotext | change_image | {"prompt": "x", "seed": 0} | seed
          turbotext | change_image | {"prompt": "x", "seed": 10000000001} | seed
          turbotext | change_image | {"prompt": "x", "guidance_scale": 0} | guidance_scale
          turbotext | change_image | {"prompt": "x", "negative_prompt": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81"} | negative_prompt
          turbotext | face_swap | {"template_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "direction": "guest_to_template", "prompt": "x"} | prompt
          local | change_image | {"effect": "blur"} | effect
          local | change_image | {"effect": "sepia", "prompt": "x"} | prompt
          local | change_image | {"effect": "none"} | effect
          local | collage | {"gap": 11} | gap
          local | collage | {"stamp_size": 21} | stamp_size
          local | combine_images | {"base_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3"} | overlay_media_id
          local | replace_background | {"base_media_id": "b7a09f84-7560-4a7b-9303-2b41a6d359f3", "key_color": "green"} | key_color
          """)
  void refusesWrongSettingsAndNamesTheField(
      String provider, String operation, String settings, String field) throws IOException {
    assertThat(problems(provider, operation, settings))
        .extracting(SettingsProblem::field)
        .containsExactly(field);
  }

  @Test
  void callsASettingWhatItIsCalledForPeople() throws IOException {
    assertThat(problems("gemini", "change_image", "{\"prompt\": \"\"}"))
        .containsExactly(
            new SettingsProblem("prompt", "Промпт", "Prompt", "too_short", Map.of("limit", "1")));
    assertThat(
            problems("gemini", "change_image", "{\"prompt\": \"x\", \"output\": {\"quality\": 0}}"))
        .extracting(SettingsProblem::title)
        .containsExactly("Качество JPEG и WEBP, %");
  }

  @Test
  void saysEverythingInEnglishToo() {
    for (Provider provider : catalogue.providers()) {
      assertThat(provider.englishTitle()).doesNotContainPattern(CYRILLIC);
      for (Operation operation : provider.operations()) {
        assertThat(operation.english().title()).isNotBlank().doesNotContainPattern(CYRILLIC);
        assertThat(operation.english().description()).isNotBlank().doesNotContainPattern(CYRILLIC);
        assertThat(untranslated(operation.settingsSchema()))
            .as("%s/%s", provider.id(), operation.id())
            .isEmpty();
      }
    }
  }

  /// The settings with Russian words and no English ones, or with values that people can't read.
  private static List<String> untranslated(String schema) {
    var found = new ArrayList<String>();
    addUntranslated(parsed(schema), "", found);
    return found;
  }

  private static void addUntranslated(JsonNode schema, String path, List<String> found) {
    schema
        .path("properties")
        .properties()
        .forEach(
            setting -> {
              String name = path + setting.getKey();
              JsonNode words = setting.getValue();
              for (String keyword : List.of("title", "description")) {
                String english =
                    words.path("x-en").path(keyword).asText(words.path(keyword).asText());
                if (CYRILLIC.matcher(english).find()
                    || (keyword.equals("title") && english.isBlank())) {
                  found.add(name + "." + keyword);
                }
              }
              if (words.has("enum") != words.has("x-labels")) {
                found.add(name + ".x-labels");
              }
              addUntranslated(words, name + ".", found);
            });
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void knowsEveryImageFormatOfTheDomain() throws IOException {
    JsonNode schema = MAPPER.readTree(Files.readString(CONFIGS.resolve("providers.schema.json")));
    JsonNode allowed = schema.at("/$defs/ingest/properties/allowed_mime/items/enum");
    assertThat(StreamSupport.stream(allowed.spliterator(), false).map(JsonNode::asText))
        .containsExactlyElementsOf(Arrays.stream(MediaType.values()).map(MediaType::mime).toList());
  }

  @Test
  void describesEveryKeyOfTheCatalogue() throws IOException {
    JsonNode schema = MAPPER.readTree(Files.readString(CONFIGS.resolve("providers.schema.json")));
    for (String definition :
        List.of("provider", "ingest", "limits", "model", "operation", "override")) {
      schema
          .at("/$defs/" + definition + "/properties")
          .properties()
          .forEach(
              key ->
                  assertThat(key.getValue().has("description") || key.getValue().has("$ref"))
                      .as("%s of %s is described", key.getKey(), definition)
                      .isTrue());
    }
  }

  private List<SettingsProblem> problems(String provider, String operation, String settings)
      throws IOException {
    Map<String, @Nullable Object> values = MAPPER.readValue(settings, SETTINGS);
    return new JsonSchemaSettingsValidator()
        .problemsOf(operation(provider, operation), new SlotSettings(values));
  }

  private Operation operation(String provider, String operation) {
    return catalogue
        .provider(new ProviderId(provider))
        .flatMap(found -> found.operation(new OperationId(operation)))
        .orElseThrow();
  }

  private static ProviderCatalogue shipped() {
    return switch (new CatalogueFile(CONFIGS.resolve("providers.json")).read()) {
      case CatalogueReading.Loaded(var catalogue) -> catalogue;
      case CatalogueReading.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }
}
