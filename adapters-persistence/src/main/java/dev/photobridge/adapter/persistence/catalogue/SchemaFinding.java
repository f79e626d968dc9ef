package dev.photobridge.adapter.persistence.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// One disagreement of a value with its schema, in words.
///
/// @param pointer JSON Pointer of the value, of the missing or of the surplus one
/// @param message what is wrong with it and what is allowed
record SchemaFinding(String pointer, String message) {
  static SchemaFinding of(Error error, JsonNode schema) {
    String pointer = error.getInstanceLocation().toString();
    String property = error.getProperty();
    return new SchemaFinding(
        property == null ? pointer : pointer + "/" + escaped(property), message(error, schema));
  }

  private static String message(Error error, JsonNode schema) {
    JsonNode wanted = error.getSchemaNode();
    JsonNode around = schema.at(parent(error.getSchemaLocation().getFragment().toString()));
    return switch (error.getKeyword()) {
      case "required" -> "is missing";
      case "additionalProperties" -> "is not known here; known: " + names(around);
      case "propertyNames" -> "is not a name allowed here: " + error.getArguments()[1];
      case "type" ->
          "must be " + kind(wanted.asText()) + ", not " + kind(typeOf(error.getInstanceNode()));
      case "enum" -> "must be one of " + list(wanted);
      case "const" -> "must be " + wanted.asText();
      case "minimum", "maximum" -> "must be " + range(around) + ", not " + error.getInstanceNode();
      case "minLength" -> "must have " + count(wanted.asInt(), "character") + " at least";
      case "maxLength" -> "must have " + count(wanted.asInt(), "character") + " at most";
      case "minItems" -> "must name " + wanted.asInt() + " at least";
      case "minProperties" -> "must have " + wanted.asInt() + " at least";
      case "uniqueItems" -> "must not name anything twice";
      case "pattern" -> "must match the pattern " + wanted.asText();
      case "format" -> formatted(wanted.asText());
      default -> error.getMessage();
    };
  }

  private static String formatted(String format) {
    return switch (format) {
      case "uuid" -> "must be the id of an image, such as 0a403f97-312f-4fc5-9f01-7de121c9a9d7";
      case "regex" -> "is not a regular expression";
      default -> "is not a " + format;
    };
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case OBJECT, POJO -> "object";
      case ARRAY -> "array";
      case NULL, MISSING, BINARY -> "null";
    };
  }

  private static String kind(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "object" -> "an object";
      case "array" -> "a list";
      default -> type;
    };
  }

  private static String range(JsonNode schema) {
    JsonNode minimum = schema.path("minimum");
    JsonNode maximum = schema.path("maximum");
    if (maximum.isMissingNode()) {
      return minimum.asText() + " or more";
    }
    return minimum.isMissingNode()
        ? maximum.asText() + " or less"
        : "from " + minimum.asText() + " to " + maximum.asText();
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String list(JsonNode values) {
    List<String> texts =
        StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
    return String.join(", ", texts);
  }

  private static String names(JsonNode schema) {
    var names = new ArrayList<String>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return String.join(", ", names);
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
