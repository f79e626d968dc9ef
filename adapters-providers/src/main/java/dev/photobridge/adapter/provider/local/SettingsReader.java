package dev.photobridge.adapter.provider.local;

import dev.photobridge.domain.slot.SlotSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads single settings and notes what is wrong with them, so that all of it can be said at once.
final class SettingsReader {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private final SlotSettings settings;
  private final List<String> complaints = new ArrayList<>();

  SettingsReader(SlotSettings settings) {
    this.settings = settings;
  }

  /// What was wrong, in words for operators.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// A number from 0 to 1.
  double fraction(String name, double standard) {
    if (isAbsent(name)) {
      return standard;
    }
    Optional<Double> number =
        settings.number(name).map(BigDecimal::doubleValue).filter(n -> n >= 0 && n <= 1);
    return number.orElseGet(() -> complain(name + " must be a number from 0 to 1", standard));
  }

  /// A colour spelt `#rrggbb`, as `0xRRGGBB`.
  int colour(String name, int standard) {
    if (isAbsent(name)) {
      return standard;
    }
    return settings
        .text(name)
        .filter(text -> COLOUR.matcher(text).matches())
        .map(text -> Integer.parseInt(text, 1, text.length(), 16))
        .orElseGet(() -> complain(name + " must be a colour such as #00b140", standard));
  }

  /// A whole number of percent.
  int percent(String name, int standard, int least, int most) {
    if (isAbsent(name)) {
      return standard;
    }
    return settings
        .integer(name)
        .filter(percent -> percent >= least && percent <= most)
        .orElseGet(
            () ->
                complain(name + " must be a whole number from " + least + " to " + most, standard));
  }

  /// A text, where there is one.
  Optional<String> text(String name) {
    return settings.text(name);
  }

  /// One of several words; the first of them is what counts where the setting is absent.
  String word(String name, List<String> words) {
    return word(name, words, words.getFirst());
  }

  /// One of several words.
  ///
  /// @param standard where the setting is absent
  String word(String name, List<String> words, String standard) {
    return isAbsent(name) ? standard : requiredWord(name, words);
  }

  /// One of several words.
  String requiredWord(String name, List<String> words) {
    return settings
        .text(name)
        .filter(words::contains)
        .orElseGet(
            () -> complain(name + " must be one of " + String.join(", ", words), words.getFirst()));
  }

  /// Notes something that is wrong beyond a single setting.
  void require(boolean right, String complaint) {
    if (!right && !complaints.contains(complaint)) {
      complaints.add(complaint);
    }
  }

  private boolean isAbsent(String name) {
    return settings.values().get(name) == null;
  }

  private <T> T complain(String complaint, T standard) {
    require(false, complaint);
    return standard;
  }
}
