package dev.photobridge.domain.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
/// @param flatPrice what a call costs where the provider reports no tokens; null: what its model
///   says
/// @param english its title and description for operators who read English
public record Operation(
    OperationId id,
    String title,
    String description,
    List<String> requiredSettings,
    String settingsSchema,
    List<MediaPart> mediaParts,
    Map<String, String> parameters,
    @Nullable Cost flatPrice,
    Words english) {
  public Operation {
    requiredSettings = List.copyOf(requiredSettings);
    mediaParts = List.copyOf(mediaParts);
    parameters = Map.copyOf(parameters);
  }

  /// An operation with the same words in every language.
  public Operation(
      OperationId id,
      String title,
      String description,
      List<String> requiredSettings,
      String settingsSchema,
      List<MediaPart> mediaParts,
      Map<String, String> parameters,
      @Nullable Cost flatPrice) {
    this(
        id,
        title,
        description,
        requiredSettings,
        settingsSchema,
        mediaParts,
        parameters,
        flatPrice,
        new Words(title, description));
  }

  /// What a call of this operation costs where the provider reports no tokens, if it differs from
  /// what the model says.
  public Optional<Cost> price() {
    return Optional.ofNullable(flatPrice);
  }
}
