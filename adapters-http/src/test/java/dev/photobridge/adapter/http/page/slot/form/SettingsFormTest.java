package dev.photobridge.adapter.http.page.slot.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photobridge.adapter.http.page.slot.form.SettingsForm.UnsetWords;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From settings to a form, through what the browser posts, and back.
class SettingsFormTest {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final JsonMapper JSON = new JsonMapper();
  private static final UnsetWords UNSET = new UnsetWords("not set", value -> "else " + value);
  private static final int ROUNDS = 200;

  @ParameterizedTest
  @MethodSource("operations")
  void whatAFormShowsIsPostedAsTheSameSettings(ShippedOperations operation) {
    SettingsForm form = form(operation.schema());
    var random = new Random(operation.toString().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Object> settings =
          SettingsOfSchema.any(Setting.of(operation.schema()), random, true);

      Map<String, String> posted = posted(form.fields(form.texts(settings), Map.of(), UNSET));

      assertThat(plain(form.values(posted))).isEqualTo(plain(settings));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasFieldsOfKindsThatPeopleCanFillIn(ShippedOperations operation) {
    List<FormField> fields = form(operation.schema()).fields(Map.of(), Map.of(), UNSET);

    assertThat(all(fields).toList())
        .noneMatch(FormField.Json.class::isInstance)
        .allSatisfy(field -> assertThat(field.head().label()).isNotBlank());
    assertThat(all(fields).map(field -> field.head().id())).doesNotHaveDuplicates();
    assertThat(fields).hasSize(Setting.of(operation.schema()).size());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void presetsAreSettingsOfTheForm(ShippedOperations operation) {
    SettingsForm form = form(operation.schema());

    assertThat(plain(form.values(form.texts(form.presets()))))
        .containsAllEntriesOf(plain(form.presets()));
  }

  static List<ShippedOperations> operations() {
    return ShippedOperations.all();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type": "string", "maxLength": 300} | Line
          {"type": "string", "maxLength": 301} | Prose
          {"type": "string"} | Prose
          {"type": "string", "format": "uuid"} | Image
          {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"} | Colour
          {"type": "integer"} | Numeric
          {"type": "number", "minimum": 0, "maximum": 1} | Numeric
          {"type": "boolean"} | Switch
          {"enum": [1, 2.5, "x"]} | Choice
          {"type": "object", "properties": {"a": {"type": "string"}}} | Group
          {"type": "object"} | Json
          {"type": "array"} | Json
          {"type": ["string", "null"]} | Json
          {"enum": [null, {}]} | Json
          {} | Json
          """)
  void theSchemaDecidesHowASettingIsEntered(String schema, String field) {
    List<FormField> fields = formOf(schema).fields(Map.of(), Map.of(), UNSET);

    assertThat(fields)
        .singleElement()
        .extracting(f -> f.getClass().getSimpleName())
        .isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": 1}", "{\"properties\": 5}", "{\"properties\": {\"a\": 5}}"})
  void aSchemaOfAnyShapeIsDrawn(String schema) throws JsonProcessingException {
    SettingsForm form = SettingsForm.of("s", JSON.readValue(schema, OBJECT));

    assertThat(form.fields(Map.of(), Map.of(), UNSET)).hasSizeLessThan(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type": "integer"} | 7 | 7
          {"type": "integer"} | 7.0 | 7
          {"type": "integer"} | many | "many"
          {"type": "number"} | 0,5 | 0.5
          {"type": "number"} | -0.25 | -0.25
          {"type": "number"} | 1e999999999 | "1e999999999"
          {"type": "number"} | 12345678901234567890 | 12345678901234567890
          {"type": "boolean"} | true | true
          {"type": "boolean"} | perhaps | "perhaps"
          {"enum": ["a", 5]} | 5 | 5
          {"enum": ["a", 5]} | b | "b"
          {"type": "array"} | [1, {"a": null}] | [1,{"a":null}]
          {"type": "array"} | [1, | "[1,"
          {"type": "string"} | 5 | "5"
          """)
  void textsBecomeValuesOfTheirTypeOrStayTexts(String schema, String text, String value)
      throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(formOf(schema).values(Map.of("s.x", text)).get("x")))
        .isEqualTo(value);
  }

  @Test
  void emptyFieldsAndUnknownNamesAreLeftOut() {
    SettingsForm form = formOf("{\"type\": \"integer\"}");

    assertThat(form.values(Map.of("s.x", "", "s.y", "1", "x", "2", "s.x.z", "3"))).isEmpty();
  }

  @Test
  void linesEndAsTheyDidBeforeTheBrowserSentThem() {
    assertThat(formOf("{\"type\": \"string\"}").values(Map.of("s.x", "a\r\nb")))
        .containsEntry("x", "a\nb");
  }

  @Test
  void errorsStandAtTheirFields() {
    FormField field =
        formOf("{\"type\": \"string\", \"title\": \"X\", \"description\": \"Why.\"}")
            .fields(Map.of("s.x", "<b>"), Map.of("s.x", "too short"), UNSET)
            .getFirst();

    assertThat(field.head().isWrong()).isTrue();
    assertThat(field.head().describedBy()).isEqualTo("field-s-x-hint field-s-x-error");
    assertThat(field).isEqualTo(new FormField.Prose(field.head(), "<b>", null));
  }

  @Test
  void sliderStepsFollowTheRange() {
    assertThat(step("{\"type\": \"number\", \"minimum\": 0, \"maximum\": 1}")).isEqualTo("0.01");
    assertThat(step("{\"type\": \"number\", \"minimum\": 0.1, \"maximum\": 20}")).isEqualTo("0.1");
    assertThat(step("{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 100}")).isEqualTo("1");
    assertThat(step("{\"type\": \"integer\", \"minimum\": 0, \"maximum\": 2147483647}")).isNull();
    assertThat(step("{\"type\": \"integer\", \"minimum\": 0}")).isNull();
  }

  @Test
  void oneOfFewIsChosenByRadiosAndNoneOnlyWhereNoneNeedBe() {
    var few = (FormField.Choice) field("{\"enum\": [\"a\", \"b\"], \"x-labels\": {\"a\": \"A!\"}}");
    var many = (FormField.Choice) field("{\"enum\": [1, 2, 3, 4, 5]}");

    assertThat(few.asRadios()).isTrue();
    assertThat(few.options())
        .extracting(FormField.Option::label)
        .containsExactly("not set", "A!", "b");
    assertThat(many.asRadios()).isFalse();
    assertThat(many.options().getFirst().chosen()).isTrue();
  }

  @Test
  void aChoiceThatNobodyMadeSaysWhatItMeans() {
    FormField left =
        formOf(
                """
                {"enum": ["a", "b"], "default": "a", "x-labels": {"a": "A!"}}
                """)
            .fields(Map.of(), Map.of(), UNSET)
            .getFirst();

    assertThat(((FormField.Choice) left).options())
        .extracting(FormField.Option::label)
        .containsExactly("else A!", "A!", "b");
  }

  private static @Nullable String step(String schema) {
    return ((FormField.Numeric) field(schema)).sliderStep();
  }

  private static FormField field(String schema) {
    return formOf(schema).fields(Map.of(), Map.of(), UNSET).getFirst();
  }

  private static SettingsForm formOf(String setting) {
    try {
      return SettingsForm.of(
          "s", Map.of("properties", Map.of("x", JSON.readValue(setting, OBJECT))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static SettingsForm form(Map<String, Object> schema) {
    return SettingsForm.of("settings", schema);
  }

  private static Stream<FormField> all(List<FormField> fields) {
    return fields.stream()
        .flatMap(
            field ->
                field instanceof FormField.Group group
                    ? Stream.concat(Stream.of(field), all(group.fields()))
                    : Stream.of(field));
  }

  /// What a browser posts for the fields as they are drawn.
  private static Map<String, String> posted(List<FormField> fields) {
    return all(fields)
        .filter(field -> !(field instanceof FormField.Group))
        .collect(
            Collectors.toMap(field -> field.head().name(), SettingsFormTest::text, (a, _) -> a));
  }

  private static String text(FormField field) {
    return switch (field) {
      case FormField.Line line -> line.value();
      case FormField.Prose prose -> prose.value().replace("\n", "\r\n");
      case FormField.Numeric number -> number.value();
      case FormField.Choice choice ->
          choice.options().stream()
              .filter(FormField.Option::chosen)
              .map(FormField.Option::value)
              .findFirst()
              .orElse("");
      case FormField.Switch on -> Boolean.toString(on.on());
      case FormField.Image image -> image.value();
      case FormField.Colour colour -> colour.value();
      case FormField.Json json -> json.value();
      case FormField.Group _ -> throw new AssertionError("a group posts nothing itself");
    };
  }

  /// Numbers by their value, however they are held.
  private static Map<String, Object> plain(Map<String, ?> values) {
    var plain = new LinkedHashMap<String, Object>();
    values.forEach(
        (name, value) ->
            plain.put(
                name,
                switch (value) {
                  case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
                  case Map<?, ?> group -> plain(JSON.convertValue(group, OBJECT));
                  case null -> "null";
                  default -> value;
                }));
    return plain;
  }
}
