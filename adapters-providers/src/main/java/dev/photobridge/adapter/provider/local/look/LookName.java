package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The looks by the names that they have in settings.
public enum LookName {
  BLACK_AND_WHITE,
  SEPIA,
  VIVID,
  WARM_FILM,
  COOL,
  FADED,
  NOIR,
  GLOW,
  DUOTONE,
  POSTER;

  private static final double NOIR_DARKENING = 0.75;
  private static final double NOIR_GRAIN = 14;

  /// The word that stands in settings, such as `warm_film`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All words, in the order in which they are shown.
  public static List<String> words() {
    return Arrays.stream(values()).map(LookName::word).toList();
  }

  /// The look of that name.
  ///
  /// @param word one of [#words]
  public static LookName of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// The look itself.
  ///
  /// @param strength 0 for none, which leaves every pixel as it is, to 1 for all of it
  /// @param duotone the two colours of [#DUOTONE]
  public Look of(double strength, Duotone duotone) {
    if (strength == 0) {
      return picture -> {};
    }
    return switch (this) {
      case BLACK_AND_WHITE -> Toning.blackAndWhite(strength);
      case SEPIA -> Toning.sepia(strength);
      case VIVID -> new Vivid(strength);
      case WARM_FILM -> new ColourTable(Grades::warmFilm, strength);
      case COOL -> new ColourTable(Grades::cool, strength);
      case FADED -> new ColourTable(Grades::faded, strength);
      case NOIR -> noir(strength);
      case GLOW -> new Glow(strength);
      case DUOTONE -> Toning.duotone(duotone, strength);
      case POSTER -> new Poster(strength);
    };
  }

  private static Look noir(double strength) {
    var colours = new ColourTable(Grades::noir, strength);
    var vignette = new Vignette(NOIR_DARKENING * strength, NOIR_GRAIN * strength);
    return (Bitmap picture) -> {
      colours.apply(picture);
      vignette.apply(picture);
    };
  }
}
