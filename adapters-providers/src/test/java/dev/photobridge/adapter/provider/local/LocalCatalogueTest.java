package dev.photobridge.adapter.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.adapter.provider.local.lettering.Typeface;
import dev.photobridge.adapter.provider.local.look.LookName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shipped catalogue offers for `local`, against what the code knows.
class LocalCatalogueTest {
  private static final List<String> OPERATIONS =
      List.of("change_image", "combine_images", "replace_background", "collage");

  @Test
  void offersEveryLookEverywhere() throws IOException {
    List<String> withNone = Stream.concat(Stream.of("none"), LookName.words().stream()).toList();

    assertThat(words("change_image", "effect")).isEqualTo(LookName.words());
    assertThat(words("combine_images", "effect")).isEqualTo(withNone);
    assertThat(words("replace_background", "effect")).isEqualTo(withNone);
    for (String corner : List.of("top_left", "top_right", "bottom_left", "bottom_right")) {
      assertThat(words("collage", "effect_" + corner)).isEqualTo(withNone);
    }
  }

  @Test
  void namesEveryLookForPeople() throws IOException {
    JsonNode labels = setting("change_image", "effect").path("x-labels");

    for (String look : LookName.words()) {
      assertThat(labels.path("ru").path(look).asText()).as(look).isNotBlank();
      assertThat(labels.path("en").path(look).asText()).as(look).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "strength",
        "duotone_dark",
        "duotone_light",
        "watermark_media_id",
        "watermark_position",
        "watermark_size",
        "watermark_opacity",
        "stamp_text",
        "stamp_position",
        "stamp_font",
        "stamp_size",
        "stamp_color"
      })
  void hasTheSameSettingsInEveryOperation(String name) throws IOException {
    JsonNode one = setting("change_image", name);

    assertThat(one.isObject()).isTrue();
    for (String operation : OPERATIONS) {
      assertThat(setting(operation, name)).as(operation).isEqualTo(one);
    }
  }

  @Test
  void offersEveryPlaceAndFont() throws IOException {
    assertThat(words("collage", "stamp_position")).isEqualTo(Place.words());
    assertThat(words("collage", "watermark_position")).isEqualTo(Place.words());
    assertThat(words("collage", "stamp_font")).isEqualTo(Typeface.words());
  }

  @Test
  void takesAWatermarkInEveryOperation() throws IOException {
    for (String operation : OPERATIONS) {
      JsonNode own = operations().path(operation);
      JsonNode parts = own.at("/provider_overrides/local/media_parts");
      List<JsonNode> all = list(parts.isMissingNode() ? own.path("media_parts") : parts);

      assertThat(all.getLast().path("id").asText()).as(operation).isEqualTo("watermark_media_id");
      assertThat(all.getLast().path("required").asBoolean(true)).as(operation).isFalse();
    }
  }

  private static List<String> words(String operation, String name) throws IOException {
    return list(setting(operation, name).path("enum")).stream().map(JsonNode::asText).toList();
  }

  private static JsonNode setting(String operation, String name) throws IOException {
    JsonNode own = operations().path(operation);
    JsonNode changed = own.at("/provider_overrides/local/settings_schema/properties").path(name);
    return changed.isMissingNode() ? own.at("/settings_schema/properties").path(name) : changed;
  }

  private static JsonNode operations() throws IOException {
    Path catalogue = Path.of("..", "configs", "providers.json");
    return new ObjectMapper().readTree(Files.readString(catalogue)).path("operations");
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
