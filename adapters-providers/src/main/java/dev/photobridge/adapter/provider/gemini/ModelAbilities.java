package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.provider.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a model takes, as the catalogue tells in its `parameters`; lists are separated by spaces.
///
/// @param ratios `aspect_ratios`, shapes of pictures that it makes; absent: those that every model
///   makes
/// @param sizes `image_sizes` that may be asked for; absent: the field is refused as a whole
/// @param thinkingLevels `thinking_levels` that may be asked for; absent: the model does not think
record ModelAbilities(List<AspectRatio> ratios, List<String> sizes, List<String> thinkingLevels) {
  ModelAbilities {
    ratios = List.copyOf(ratios);
    sizes = List.copyOf(sizes);
    thinkingLevels = List.copyOf(thinkingLevels);
  }

  /// @throws IllegalArgumentException when a parameter is wrong
  static ModelAbilities of(Model model) {
    List<AspectRatio> ratios = words(model, "aspect_ratios").stream().map(AspectRatio::of).toList();
    return new ModelAbilities(
        ratios.isEmpty() ? AspectRatio.COMMON : ratios,
        words(model, "image_sizes"),
        words(model, "thinking_levels"));
  }

  /// The shape to ask for, so that the result looks like the guest's photo.
  AspectRatio ratioFor(PixelSize guest) {
    return AspectRatio.nearestTo(guest, ratios);
  }

  /// This size where the model takes it. Otherwise the picture comes in the model's own size, which
  /// is better than none.
  Optional<String> size(String wanted) {
    return sizes.stream().filter(wanted::equals).findFirst();
  }

  /// This level of thinking in the service's spelling, where the model knows it.
  Optional<String> thinkingLevel(String wanted) {
    String level = wanted.toUpperCase(Locale.ROOT);
    return thinkingLevels.stream().filter(level::equals).findFirst();
  }

  private static List<String> words(Model model, String parameter) {
    return Arrays.stream(model.parameters().getOrDefault(parameter, "").split(" "))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
