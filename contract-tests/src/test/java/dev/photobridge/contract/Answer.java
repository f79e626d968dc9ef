package dev.photobridge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/// What the server answered, and what the contract has nothing against.
record Answer(HttpResponse<byte[]> response) {
  private static final ObjectMapper JSON = new ObjectMapper();

  JsonNode json() {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A field of the JSON body.
  String text(String pointer) {
    return json().at(pointer).asText();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
