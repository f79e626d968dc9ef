package dev.photobridge.adapter.http.error;

import java.util.Map;

/// A text among an error's details that is told in the client's language.
///
/// @param key of the text, without `wording.`
/// @param values what its names in braces stand for
public record Wording(String key, Map<String, String> values) {
  public Wording {
    values = Map.copyOf(values);
  }
}
