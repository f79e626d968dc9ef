package dev.photobridge.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How the [Visitor] of a test sees the pages, where it isn't [Look#USUAL].
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Viewing {
  /// The language.
  Look.Language language() default Look.Language.RU;

  /// The theme.
  Look.Theme theme() default Look.Theme.LIGHT;

  /// The width of the window, in CSS pixels.
  int width() default Look.DESKTOP;
}
