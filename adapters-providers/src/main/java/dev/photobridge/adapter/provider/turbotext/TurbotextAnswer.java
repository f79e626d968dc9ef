package dev.photobridge.adapter.provider.turbotext;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A JSON answer of the service, or a report to a webhook, which has the same form. The published
/// samples disagree, so each thing is looked for wherever one of them has it.
///
/// @param json any JSON at all, or a missing node
record TurbotextAnswer(JsonNode json) {
  private static final Set<String> NO = Set.of("", "0", "false", "no", "none", "null");
  private static final int LONGEST_QUOTE = 300;

  /// Whether it can be one.
  boolean isObject() {
    return json.isObject();
  }

  /// Whether the service says that all went well.
  boolean saysSuccess() {
    return isYes(json.path("success"));
  }

  /// Whether the service says that it did not.
  boolean saysFailure() {
    return json.has("success") && !saysSuccess();
  }

  /// The number of an accepted call.
  ///
  /// @param name `queueid` or `asyncid`
  Optional<String> number(String name) {
    return Optional.of(json.path(name).asText("")).filter(text -> text.matches("[0-9]{1,20}"));
  }

  /// Whether the result is not there yet.
  boolean asksToComeAgain() {
    return json.path("action").asText("").equalsIgnoreCase("reconnect");
  }

  /// Whether moderation holds the result back.
  boolean isForbidden() {
    return isYes(json.path("forbidden_content"))
        || isYes(json.path("data").path("forbidden_content"));
  }

  /// Where the image is, as the service gives it.
  Optional<String> image() {
    JsonNode data = json.path("data");
    return Stream.of(
            json.path("uploaded_image"),
            data.path("uploaded_image"),
            data.path("image"),
            json.path("image"))
        .map(place -> place.isArray() ? place.path(0) : place)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /// The service's words for what went wrong; empty where it says none.
  Optional<String> error() {
    Stream<JsonNode> places =
        Stream.of("error", "errors", "error_text", "error_message").map(json::path);
    Stream<JsonNode> onFailure =
        saysSuccess() ? Stream.of() : Stream.of("message", "msg", "text", "data").map(json::path);
    return Stream.concat(places, onFailure)
        .map(TurbotextAnswer::words)
        .filter(words -> !NO.contains(words.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /// The beginning of the answer as it is, for operators.
  String quoted() {
    String text = json.isMissingNode() ? "nothing that is JSON" : json.toString();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  private static String words(JsonNode place) {
    JsonNode first = place.isArray() ? place.path(0) : place;
    if (first.isObject()) {
      return Stream.of("code", "message", "text")
          .map(first::path)
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue)
          .findFirst()
          .orElse(first.isEmpty() ? "" : first.toString());
    }
    return first.isBoolean() ? "" : first.asText("");
  }

  private static boolean isYes(JsonNode flag) {
    return flag.isContainerNode()
        ? !flag.isEmpty()
        : !NO.contains(flag.asText("").strip().toLowerCase(Locale.ROOT));
  }
}
