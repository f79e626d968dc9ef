package dev.photobridge.domain.provider;

import java.util.List;
import java.util.Map;

/// What can be done to a photo, as one provider does it: an entry of the catalogue's `operations`
/// with that provider's `provider_overrides` laid over it.
///
/// @param id such as `change_image`
/// @param title what operators see
/// @param description one or two sentences for operators
/// @param requiredSettings names of the settings a slot must have
/// @param settingsSchema JSON Schema of the settings, as JSON text
/// @param mediaParts the images of the call, in the provider's order
/// @param parameters everything else the override says, for the provider's adapter alone (such as a
///   prompt template)
public record Operation(
    OperationId id,
    String title,
    String description,
    List<String> requiredSettings,
    String settingsSchema,
    List<MediaPart> mediaParts,
    Map<String, String> parameters) {
  public Operation {
    requiredSettings = List.copyOf(requiredSettings);
    mediaParts = List.copyOf(mediaParts);
    parameters = Map.copyOf(parameters);
  }
}
