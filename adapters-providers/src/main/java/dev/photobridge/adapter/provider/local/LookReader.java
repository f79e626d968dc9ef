package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.look.Duotone;
import dev.photobridge.adapter.provider.local.look.Look;
import dev.photobridge.adapter.provider.local.look.LookName;
import java.util.List;
import java.util.stream.Stream;

/// Reads which looks the settings ask for, all of one strength.
final class LookReader {
  private static final String NONE = "none";

  private final SettingsReader settings;

  LookReader(SettingsReader settings) {
    this.settings = settings;
  }

  /// The look that a setting names.
  Look required(String setting) {
    return look(settings.requiredWord(setting, LookName.words()));
  }

  /// The look that a setting names, which may be `none`.
  ///
  /// @param standard where the setting is absent
  Look orNone(String setting, String standard) {
    List<String> words = Stream.concat(Stream.of(NONE), LookName.words().stream()).toList();
    return look(settings.word(setting, words, standard));
  }

  private Look look(String word) {
    double strength = settings.fraction("strength", 1);
    var duotone =
        new Duotone(
            settings.colour("duotone_dark", Duotone.STANDARD.dark()),
            settings.colour("duotone_light", Duotone.STANDARD.light()));
    return word.equals(NONE) ? picture -> {} : LookName.of(word).of(strength, duotone);
  }
}
