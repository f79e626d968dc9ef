package dev.photobridge.adapter.http.page.slot.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Values of settings as the texts of form fields, and back. A text that can't be meant stays a
/// text, so that whoever checks the settings refuses it at its field.
final class SettingTexts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_LONG = 18;
  private static final int LONGEST_DOUBLE = 15;

  private SettingTexts() {}

  /// The text of a value.
  static String text(Setting setting, Object value) {
    return switch (setting.kind()) {
      case NUMBER -> value instanceof Number number ? plain(number) : value.toString();
      case LINE, PROSE, CHOICE, SWITCH, IMAGE, COLOUR ->
          value instanceof Number number ? plain(number) : value.toString();
      case GROUP, JSON -> json(value);
    };
  }

  /// A number without an exponent or zeros that say nothing.
  static String plain(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
  }

  /// The value of a text that is not empty.
  static @Nullable Object value(Setting setting, String text) {
    return switch (setting.kind()) {
      case LINE, IMAGE, COLOUR -> text;
      case PROSE -> text.replace("\r\n", "\n");
      case NUMBER -> number(text);
      case SWITCH -> onOrOff(text);
      case CHOICE -> chosen(setting, text);
      case GROUP, JSON -> parsed(text);
    };
  }

  private static Object onOrOff(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> text;
    };
  }

  private static Object chosen(Setting setting, String text) {
    return setting.values().stream()
        .filter(value -> text(setting, value).equals(text))
        .<Object>map(value -> value)
        .findFirst()
        .orElse(text);
  }

  private static Object number(String text) {
    // what somebody types in Russian has a comma
    String digits = text.strip().replace(',', '.');
    if (digits.length() > LONGEST_NUMBER || !digits.matches("[-+]?\\d*\\.?\\d+")) {
      return text;
    }
    var number = new BigDecimal(digits);
    if (number.stripTrailingZeros().scale() > 0 || number.precision() > LONGEST_LONG) {
      return number.doubleValue() == 0 || number.precision() > LONGEST_DOUBLE
          ? number
          : (Object) number.doubleValue();
    }
    long whole = number.longValueExact();
    // of the types that JSON is read into, so that what nobody changed stays equal
    return whole == (int) whole ? (Object) (int) whole : (Object) whole;
  }

  private static @Nullable Object parsed(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON value", e);
    }
  }
}
