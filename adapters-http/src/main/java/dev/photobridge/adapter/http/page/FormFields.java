package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.openapi.model.ErrorCodeDto;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of a form that a page sent (`application/x-www-form-urlencoded`), each with its
/// values in their order.
///
/// @param values by the fields' names
public record FormFields(Map<String, List<String>> values) {
  /// The hidden field that shows that a form is of a page of this server.
  public static final String CSRF_TOKEN = "csrf_token";

  public FormFields {
    values = Map.copyOf(values);
  }

  /// The form of a request; without fields where it has none.
  ///
  /// @throws dev.photobridge.adapter.http.error.ErrorAnswerException when it can't be read
  public static FormFields of(Context ctx) {
    try {
      var fields = new FormFields(ctx.formParamMap());
      if (fields.values.values().stream().flatMap(List::stream).anyMatch(FormFields::hasNul)) {
        throw unreadable();
      }
      return fields;
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  /// The field's first value, as sent.
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /// The field's first value without spaces around it; empty where nothing is left.
  public Optional<String> text(String name) {
    return first(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// All values of the field.
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /// Whether a switch of this name is on.
  public boolean isOn(String name) {
    return all(name).contains("on");
  }

  /// No database takes this character.
  private static boolean hasNul(String value) {
    return value.indexOf('\0') >= 0;
  }

  private static RuntimeException unreadable() {
    return ErrorAnswer.of(ErrorCodeDto.BODY_INVALID).asException();
  }
}
