package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.domain.job.JobFailure;
import java.net.http.HttpRequest;
import java.util.Optional;

/// How the key is sent.
///
/// @param header its header, such as `Authorization`
/// @param scheme the word before it, such as `Bearer`; may be empty
/// @param required whether the server takes no call without one
record KeyHeader(String header, String scheme, boolean required) {
  /// @throws IllegalArgumentException when the header's name is none
  static KeyHeader of(Parameters parameters) {
    String header = parameters.text("auth_header", "Authorization");
    String scheme = parameters.text("auth_scheme", "Bearer");
    if (!header.matches("[A-Za-z][A-Za-z0-9-]*")) {
      throw Parameters.wrong("auth_header", "the name of a header, such as Authorization");
    }
    if (!scheme.matches("[A-Za-z0-9-]*")) {
      throw Parameters.wrong("auth_scheme", "a word such as Bearer, or empty");
    }
    return new KeyHeader(header, scheme, parameters.flag("key_required", true));
  }

  /// Whether a call can't be made with this key.
  boolean misses(Optional<String> key) {
    return required && key.isEmpty();
  }

  HttpRequest.Builder sign(HttpRequest.Builder request, Optional<String> key) {
    key.ifPresent(text -> request.header(header, scheme.isEmpty() ? text : scheme + " " + text));
    return request;
  }

  /// How a call ends that has no key.
  static JobFailure missing() {
    JobFailure missing = ApiKey.missing("the OpenAI-style server", "OPENAI_API_KEY");
    return JobFailure.of(
        missing.kind(),
        missing.reason(),
        missing.detail()
            + "; where the server needs none, set its parameter key_required to false");
  }
}
