package dev.photobridge.adapter.persistence.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A JSON text with the line of every value.
///
/// @param lines by JSON Pointer
record JsonDocument(JsonNode root, Map<String, Integer> lines) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /// Reads UTF-8, with or without a byte order mark.
  ///
  /// @throws IOException when it is not one JSON value; the exception knows the place
  static JsonDocument parse(byte[] json) throws IOException {
    JsonNode root = MAPPER.readTree(json);
    return new JsonDocument(root, linesOf(json));
  }

  /// The line of this value, or of the nearest one around it that the text has.
  Optional<Integer> line(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Integer> linesOf(byte[] json) throws IOException {
    var lines = new HashMap<String, Integer>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      while (parser.nextToken() != null) {
        JsonPointer at = parser.getParsingContext().pathAsPointer();
        lines.putIfAbsent(at.toString(), parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }
}
