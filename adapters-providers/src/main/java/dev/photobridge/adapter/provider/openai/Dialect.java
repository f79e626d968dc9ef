package dev.photobridge.adapter.provider.openai;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a server wants to be spoken to: the provider's parameters in the catalogue, with those of
/// the model laid over them. `docs/providers/openai.md` lists them.
final class Dialect {
  private final Parameters parameters;
  private final KeyHeader key;
  private final ResultSize size;
  private final String editsPath;
  private final String generationsPath;
  private final String modelsPath;
  private final boolean sendN;
  private final boolean privateAddresses;

  /// @throws IllegalArgumentException when a parameter is unknown or wrong
  Dialect(Map<String, String> values) {
    parameters = new Parameters(values);
    key = KeyHeader.of(parameters);
    size = ResultSize.of(parameters);
    editsPath = parameters.path("edits_path", "/v1/images/edits");
    generationsPath = parameters.path("generations_path", "/v1/images/generations");
    modelsPath = parameters.path("models_path", "/v1/models");
    sendN = parameters.flag("send_n", false);
    // a server that was set up by its address may be fetched from wherever it is
    privateAddresses = parameters.flag("allow_private_addresses", resultHosts().isEmpty());
  }

  /// This dialect with a model's parameters laid over it.
  Dialect with(Map<String, String> modelParameters) {
    if (modelParameters.isEmpty()) {
      return this;
    }
    var merged = new HashMap<>(parameters.all());
    merged.putAll(modelParameters);
    return new Dialect(merged);
  }

  Parameters parameters() {
    return parameters;
  }

  KeyHeader key() {
    return key;
  }

  ResultSize size() {
    return size;
  }

  String editsPath() {
    return editsPath;
  }

  String generationsPath() {
    return generationsPath;
  }

  String modelsPath() {
    return modelsPath;
  }

  /// The name of the fields with images.
  String imageField() {
    return parameters.text("image_field", "image[]");
  }

  /// Whether `n` is sent.
  boolean sendN() {
    return sendN;
  }

  /// What is sent as `response_format`; nothing where it is empty.
  Optional<String> responseFormat() {
    return parameters.text("response_format");
  }

  /// Settings of the slot that are sent under their own names.
  List<String> slotFields() {
    return parameters.list("slot_fields", "quality");
  }

  /// Hosts from which images may be fetched; empty: from the server itself.
  List<String> resultHosts() {
    return parameters.list("result_hosts", "");
  }

  boolean allowsPrivateAddresses() {
    return privateAddresses;
  }
}
