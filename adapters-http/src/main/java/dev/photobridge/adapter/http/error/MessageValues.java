package dev.photobridge.adapter.http.error;

import dev.photobridge.openapi.model.ErrorCodeDto;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The details of one error as people read them: with units, short, on one line.
final class MessageValues {
  private static final int LONGEST = 100;
  private static final long KILO = 1024;
  private static final long MILLION = 1_000_000;

  private final ErrorAnswer answer;
  private final ResourceBundle texts;
  private final Language language;

  MessageValues(ErrorAnswer answer, ResourceBundle texts, Language language) {
    this.answer = answer;
    this.texts = texts;
    this.language = language;
  }

  /// The detail of this name, or empty where there is none.
  Optional<String> of(String name) {
    return Optional.ofNullable(answer.details().get(name)).map(this::readable);
  }

  private String readable(Object value) {
    return switch (value) {
      case Number number when isBytes(answer.code()) -> bytes(number.longValue());
      case Number number when answer.code() == ErrorCodeDto.PHOTO_TOO_MANY_PIXELS ->
          unit("megapixels", Math.ceilDiv(number.longValue(), MILLION));
      case Collection<?> list ->
          list.stream().map(String::valueOf).collect(Collectors.joining(", "));
      case Wording wording -> told(wording, texts);
      case Bilingual text -> oneLine(text.in(language));
      default -> oneLine(value.toString());
    };
  }

  /// A text with its values; a text that nobody wrote yet is told by its key.
  static String told(Wording wording, ResourceBundle texts) {
    String key = "wording." + wording.key();
    String text = texts.containsKey(key) ? texts.getString(key) : wording.key();
    for (Map.Entry<String, String> value : wording.values().entrySet()) {
      text = text.replace("{" + value.getKey() + "}", oneLine(value.getValue()));
    }
    return text;
  }

  private static boolean isBytes(ErrorCodeDto code) {
    return code == ErrorCodeDto.FILE_TOO_LARGE || code == ErrorCodeDto.BODY_TOO_LARGE;
  }

  private String bytes(long bytes) {
    if (bytes >= KILO * KILO) {
      return unit("megabytes", bytes / (KILO * KILO));
    }
    return bytes >= KILO ? unit("kilobytes", bytes / KILO) : unit("bytes", bytes);
  }

  private String unit(String name, long number) {
    return texts.getString("unit." + name).replace("{number}", Long.toString(number));
  }

  /// What a client sent may be of any length and hold anything, also what turns the rest of a line
  /// around.
  private static String oneLine(String text) {
    String visible = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
  }
}
