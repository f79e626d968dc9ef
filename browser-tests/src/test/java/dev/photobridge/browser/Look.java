package dev.photobridge.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;

/// How a visitor sees the pages.
///
/// @param width of the window, in CSS pixels
public record Look(Language language, Theme theme, int width) {
  /// The width of a phone.
  public static final int PHONE = 390;

  /// The width of a tablet.
  public static final int TABLET = 768;

  /// The width of a laptop.
  public static final int DESKTOP = 1280;

  /// What most operators have.
  public static final Look USUAL = new Look(Language.RU, Theme.LIGHT, DESKTOP);

  /// What the browser asks for in `Accept-Language`.
  public enum Language {
    RU("ru-RU"),
    EN("en-US");

    private final String locale;

    Language(String locale) {
      this.locale = locale;
    }

    String locale() {
      return locale;
    }
  }

  /// What the browser says of `prefers-color-scheme`.
  public enum Theme {
    LIGHT(ColorScheme.LIGHT),
    DARK(ColorScheme.DARK);

    private final ColorScheme scheme;

    Theme(ColorScheme scheme) {
      this.scheme = scheme;
    }

    ColorScheme scheme() {
      return scheme;
    }
  }

  /// Both languages in both themes on a phone, a tablet and a laptop.
  public static Stream<Look> all() {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                Stream.of(Theme.values())
                    .flatMap(
                        theme ->
                            Stream.of(PHONE, TABLET, DESKTOP)
                                .map(width -> new Look(language, theme, width))));
  }

  /// Two that have nothing in common.
  public static Stream<Look> unlike() {
    return Stream.of(USUAL, new Look(Language.EN, Theme.DARK, PHONE));
  }

  /// The height that usually comes with the width.
  int height() {
    return width < DESKTOP ? (width < TABLET ? 844 : 1024) : 800;
  }

  /// As in the names of screenshots.
  @Override
  public String toString() {
    return "%s-%s-%d".formatted(language, theme, width).toLowerCase(Locale.ROOT);
  }
}
