package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.error.Language;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an operator likes pages, kept in two cookies of the browser.
///
/// @param language of pages
/// @param theme of pages
record Preferences(Language language, Theme theme) {
  private static final String LANGUAGE = "photobridge_language";
  private static final String THEME = "photobridge_theme";
  private static final long KEPT = Duration.ofDays(365).toSeconds();

  /// Those of a request: chosen ones first, then what the browser asks for.
  static Preferences of(Context ctx) {
    Language language =
        chosenLanguage(ctx.cookie(LANGUAGE))
            .orElseGet(() -> Language.of(Optional.ofNullable(ctx.header("Accept-Language"))));
    Theme theme = Optional.ofNullable(ctx.cookie(THEME)).flatMap(Theme::of).orElse(Theme.AUTO);
    return new Preferences(language, theme);
  }

  /// Keeps what a form chose; anything else stays as it is.
  static void keep(Context ctx, Optional<String> language, Optional<String> theme) {
    chosenLanguage(language.orElse(null))
        .ifPresent(chosen -> keep(ctx, LANGUAGE, chosen.locale().toLanguageTag()));
    theme.flatMap(Theme::of).ifPresent(chosen -> keep(ctx, THEME, chosen.word()));
  }

  private static Optional<Language> chosenLanguage(@Nullable String tag) {
    return Arrays.stream(Language.values())
        .filter(language -> language.locale().toLanguageTag().equals(tag))
        .findFirst();
  }

  private static void keep(Context ctx, String name, String value) {
    ctx.res()
        .addHeader(
            "Set-Cookie", "%s=%s; Path=/; Max-Age=%d; SameSite=Lax".formatted(name, value, KEPT));
  }
}
