package dev.photobridge.adapter.persistence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each row changes one value of a right catalogue and expects one message.
class CatalogueRulesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /providers/0/id | "Painter!" | must match the pattern ^[a-z][a-z0-9_-]{0,39}$
          /providers/0/title | "" | must have 1 character at least
          /providers/0/title | 7 | must be text, not a whole number
          /providers/0/ingest/max_parallel_jobs | 0 | must be from 1 to 100000, not 0
          /providers/0/ingest/max_parallel_jobs | 1.5 | must be a whole number, not a number
          /providers/0/ingest/timeout_sec | 601 | must be from 1 to 600, not 601
          /providers/0/ingest/allowed_mime/0 | "image/gif" | must be one of image/jpeg, image/png, image/webp, image/heic, image/heif
          /providers/0/ingest/allowed_mime | [] | must name 1 at least
          /providers/0/ingest/allowed_mime | ["image/png", "image/png"] | must not name anything twice
          /providers/0/ingest/requires_public_media | "yes" | must be true or false, not text
          /providers/0/limits | 500 | must be an object, not a whole number
          /providers/0/limits/requests_per_minute | 0 | must be from 1 to 1000000, not 0
          /providers/0/limits/requests_per_day | 2147483648 | must be from 1 to 1000000000, not 2147483648
          /providers/0/limits/tokens_per_minute | "many" | must be a whole number, not text
          /providers/0/limits/requests_per_hour | 5 | is not known here; known: requests_per_minute, requests_per_day, tokens_per_minute, day_zone
          /providers/0/models/0/prices/input | -1 | must be from 0 to 100000, not -1
          /providers/0/models/0/prices/input | null | must be a number, not null
          /providers/0/operations | "edit" | must be a list, not text
          /operations/edit/provider_overrides/painter/prompt_template | {} | must be text, not an object
          /operations/edit/provider_overrides/painter/other | 5 | must be text, not a whole number
          /operations/edit/provider_overrides/painter/media_parts/0/from | "moon" | must be one of ingest_request, slot_settings
          /operations/edit/settings_schema/properties/prompt/maxLenght | 5 | is not known here; known: type, title, description, default, x-en, enum, x-labels, minLength, maxLength, pattern, format, minimum, maximum, properties, required, additionalProperties
          /operations/edit/settings_schema/properties/prompt/type | "txt" | must be one of string, integer, number, boolean, object
          /operations/edit/settings_schema/properties/prompt/pattern | "(" | is not a regular expression
          /operations/edit/settings_schema/properties/Bad-Name | {"type": "string"} | is not a name allowed here: does not match the regex pattern ^[a-z][a-z0-9_]{0,63}$
          /operations/edit/settings_schema/additionalProperties | true | must be false
          """)
  void saysWhatTheSchemaDoesNotAllow(String pointer, String value, String message)
      throws IOException {
    assertThat(problemsWith(pointer, value))
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.message()).isEqualTo(message);
            });
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /providers/1/id | "painter" | /providers/1/id | there is another provider with the id painter
          /providers/0/operations/0 | "paint" | /providers/0/operations/0 | there is no operation paint; there are: edit
          /providers/0/limits/day_zone | "America/Los Angeles" | /providers/0/limits/day_zone | there is no time zone America/Los Angeles; write one such as America/Los_Angeles or UTC
          /providers/0/limits/day_zone | "Mars/Olympus" | /providers/0/limits/day_zone | there is no time zone Mars/Olympus; write one such as America/Los_Angeles or UTC
          /providers/0/models/1/id | "large" | /providers/0/models/1/id | there is another model with the id large
          /operations/edit/provider_overrides/nobody | {} | /operations/edit/provider_overrides/nobody | no provider nobody lists this operation among its operations
          /operations/edit/provider_overrides/painter/settings_schema/properties/output | {"typ": "object"} | /operations/edit/provider_overrides/painter/settings_schema/properties/output/typ | is not known here; known: type, title, description, default, x-en, enum, x-labels, minLength, maxLength, pattern, format, minimum, maximum, properties, required, additionalProperties
          /operations/edit/provider_overrides/painter/settings_schema/properties/extra | {"minimum": 1} | /operations/edit/provider_overrides/painter/settings_schema/properties/extra/type | is missing
          /operations/edit/provider_overrides/painter/settings_schema/properties/picture_media_id | null | /operations/edit/provider_overrides/painter/settings_schema/required | requires picture_media_id, which is no setting here
          /operations/edit/required_settings | [] | /operations/edit/required_settings | must name the same settings as the settings_schema requires: prompt
          /operations/edit/provider_overrides/painter/media_parts/0/id | "frame_media_id" | /operations/edit/provider_overrides/painter/media_parts/2/id | there is another image with this id
          /operations/edit/provider_overrides/painter/media_parts/0/id | "model" | /operations/edit/provider_overrides/painter/media_parts/0/id | model is no setting of type string and format uuid
          /operations/edit/provider_overrides/painter/media_parts/0/id | "moon" | /operations/edit/provider_overrides/painter/media_parts/0/id | moon is no setting of type string and format uuid
          /operations/edit/provider_overrides/painter/media_parts/0/from | "ingest_request" | /operations/edit/provider_overrides/painter/media_parts/1/from | there is only one guest's photo in a call
          /operations/edit/provider_overrides/painter/media_parts/2/required | true | /operations/edit/provider_overrides/painter/media_parts/2/required | the settings_schema does not require frame_media_id: say "required": false here
          /operations/edit/provider_overrides/painter/settings_schema/properties/model/enum/0 | "huge" | /operations/edit/provider_overrides/painter/settings_schema/properties/model/enum | huge is no model of this provider; there are: large, small
          /operations/edit/provider_overrides/painter/settings_schema/properties/model/x-labels | {"ru": {"large": "a", "small": "b"}, "en": {"large": "a"}} | /operations/edit/provider_overrides/painter/settings_schema/properties/model/x-labels/en | must have a label for each of: large, small
          /operations/edit/settings_schema/properties/output/properties/quality/default | 101 | /operations/edit/settings_schema/properties/output/properties/quality/default | must be from 1 to 100, not 101
          """)
  void saysWhatDoesNotFitTogether(String pointer, String value, String where, String message)
      throws IOException {
    assertThat(problemsWith(pointer, value))
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(where);
              assertThat(problem.message()).isEqualTo(message);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "/providers, is missing",
    "/providers/0/id, is missing",
    "/providers/0/ingest, is missing",
    "/providers/0/models/0/prices/image_output, is missing",
    "/operations/edit/settings_schema, is missing"
  })
  void saysWhatIsMissing(String pointer, String message) throws IOException {
    JsonNode catalogue = MAPPER.readTree(SmallCatalogue.JSON);
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) catalogue.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));

    assertThat(problems(catalogue.toPrettyString()))
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.message()).isEqualTo(message);
            });
  }

  @Test
  void saysWhatIsNotAnObject() throws IOException {
    assertThat(problems("[]"))
        .singleElement()
        .extracting(CatalogueProblem::message)
        .isEqualTo("must be an object, not a list");
  }

  @Test
  void namesFileLinePlaceAndCause() throws IOException {
    List<CatalogueProblem> problems =
        problems(SmallCatalogue.JSON.replace("\"timeout_sec\": 30", "\"timeout_sec\": 0"));

    assertThat(problems)
        .singleElement()
        .hasToString(
            folder.resolve("providers.json")
                + ", line 27, /providers/1/ingest/timeout_sec: must be from 1 to 600, not 0");
  }

  @Test
  void namesTheLineOfTheObjectThatLacksSomething() throws IOException {
    List<CatalogueProblem> problems =
        problems(SmallCatalogue.JSON.replace("\"timeout_sec\": 30,", ""));

    assertThat(problems)
        .singleElement()
        .asString()
        .contains(", line 25, /providers/1/ingest/timeout_sec: is missing");
  }

  @Test
  void reportsEveryProblemAtOnce() throws IOException {
    List<CatalogueProblem> problems =
        problems(
            SmallCatalogue.JSON
                .replace("\"timeout_sec\": 30", "\"timeout_sec\": 0")
                .replace("\"image/png\"", "\"image/gif\""));

    assertThat(problems).hasSize(2);
  }

  private List<CatalogueProblem> problemsWith(String pointer, String value) throws IOException {
    JsonNode catalogue = MAPPER.readTree(SmallCatalogue.JSON);
    int slash = pointer.lastIndexOf('/');
    String name = pointer.substring(slash + 1);
    JsonNode parent = catalogue.at(pointer.substring(0, slash));
    if (parent.isArray()) {
      ((ArrayNode) parent).set(Integer.parseInt(name), MAPPER.readTree(value));
    } else {
      ((ObjectNode) parent).set(name, MAPPER.readTree(value));
    }
    return problems(catalogue.toString());
  }

  private List<CatalogueProblem> problems(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("providers.json"), json);
    return ((CatalogueReading.Invalid) new CatalogueFile(file).read()).problems();
  }
}
