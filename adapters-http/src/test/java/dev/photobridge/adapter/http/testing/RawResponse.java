package dev.photobridge.adapter.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A response as it came over the wire.
public final class RawResponse {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  RawResponse(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /// The status.
  public int status() {
    return status;
  }

  /// All headers by lower-case name.
  public Map<String, List<String>> headers() {
    return headers;
  }

  /// The body, not copied.
  public byte[] body() {
    return body;
  }

  /// The first header of this name, in any case.
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
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
