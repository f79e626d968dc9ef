package dev.photobridge.adapter.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A response as it came over the wire.
///
/// @param headers by lower-case name
public record RawResponse(int status, Map<String, List<String>> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The first header of this name, in any case.
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
        .findFirst();
  }

  /// The body as text.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// The body as JSON.
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(text(), e);
    }
  }

  /// Checks that this is the error of this code and gives its details.
  public JsonNode error(String code) {
    assertThat(json().at("/error/code").asText()).as("error code of %s", text()).isEqualTo(code);
    assertThat(json().at("/error/message").asText()).isNotBlank();
    return json().at("/error/details");
  }
}
