package dev.photobridge.adapter.provider.openai;

import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.provider.Model;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What is sent besides images, in the order of sending. Later sources win: the fixed fields, those
/// of the catalogue for every call, those for this kind of call, the slot's settings.
final class FormFields {
  static final String BOTH = "form.";
  static final String EDITS = "edits_form.";
  static final String GENERATIONS = "generations_form.";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private FormFields() {}

  /// Names to `String`, `BigDecimal` or `Boolean`.
  static Map<String, Object> of(ProviderCall call, Dialect dialect, boolean edits) {
    var fields = new LinkedHashMap<String, Object>();
    call.model().map(Model::id).ifPresent(id -> fields.put("model", id));
    fields.put("prompt", call.prompt());
    if (dialect.sendN()) {
      fields.put("n", BigDecimal.ONE);
    }
    dialect.size().of(call).ifPresent(size -> fields.put("size", size));
    dialect.responseFormat().ifPresent(format -> fields.put("response_format", format));
    Parameters parameters = dialect.parameters();
    put(fields, parameters.withPrefix(BOTH));
    put(fields, parameters.withPrefix(edits ? EDITS : GENERATIONS));
    putSettings(fields, call, dialect.slotFields());
    return fields;
  }

  /// As a form has it.
  static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static void put(Map<String, Object> fields, Map<String, String> more) {
    more.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
  }

  private static void putSettings(
      Map<String, Object> fields, ProviderCall call, List<String> names) {
    for (String name : names) {
      switch (call.settings().values().get(name)) {
        case String text -> fields.put(name, text);
        case Boolean flag -> fields.put(name, flag);
        case Number number -> fields.put(name, new BigDecimal(number.toString()));
        case null, default -> {}
      }
    }
  }

  /// Parameters are texts; in JSON a number has to be one.
  private static Object value(String text) {
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> text;
    };
  }
}
