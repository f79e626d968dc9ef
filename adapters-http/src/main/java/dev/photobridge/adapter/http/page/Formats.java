package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.error.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, money and times as a language writes them.
public final class Formats {
  private static final long KILO = 1024;
  private static final String NO_BREAK_SPACE = "\u00A0";
  private static final int COARSE_MONEY = 2;
  private static final int FINE_MONEY = 4;

  private final Language language;
  private final Locale locale;

  /// The ways of this language.
  public Formats(Language language) {
    this.language = language;
    this.locale = language.locale();
  }

  /// A whole number, its thousands apart.
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /// A number with at most so many digits behind the point.
  public String number(double number, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  /// A share of 1 in percent, such as `4,2 %`.
  public String percent(double share) {
    String number = number(share * 100, 1);
    return language == Language.RUSSIAN ? number + NO_BREAK_SPACE + "%" : number + "%";
  }

  /// US dollars: cents from a dollar up, else as many digits as a single photo's price needs.
  public String money(BigDecimal dollars) {
    int digits = dollars.abs().compareTo(BigDecimal.ONE) >= 0 ? COARSE_MONEY : FINE_MONEY;
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(COARSE_MONEY);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return language == Language.RUSSIAN
        ? format.format(dollars) + NO_BREAK_SPACE + "$"
        : "$" + format.format(dollars);
  }

  /// Seconds with one digit behind the point, without a unit.
  public String seconds(Duration duration) {
    return number(duration.toMillis() / 1000.0, 1);
  }

  /// A size of a file.
  public String bytes(long bytes) {
    Texts texts = Texts.in(language);
    if (bytes < KILO) {
      return texts.get("common.bytes", number(bytes));
    }
    if (bytes < KILO * KILO) {
      return texts.get("common.kilobytes", number(bytes / KILO));
    }
    return bytes < KILO * KILO * KILO
        ? texts.get("common.megabytes", number(bytes / (double) (KILO * KILO), 1))
        : texts.get("common.gigabytes", number(bytes / (double) (KILO * KILO * KILO), 1));
  }

  /// A moment as a page without scripts shows it, in UTC; scripts put it into the browser's zone.
  public String moment(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", locale)
        .withZone(ZoneOffset.UTC)
        .format(at);
  }
}
