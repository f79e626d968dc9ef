package dev.photobridge.adapter.provider.openai;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The catalogue's parameters, checked: a misspelt one would be missed only at an event.
final class Parameters {
  private static final Set<String> NAMES =
      Set.of(
          "edits_path",
          "generations_path",
          "models_path",
          "image_field",
          "auth_header",
          "auth_scheme",
          "key_required",
          "response_format",
          "send_n",
          "size",
          "sizes",
          "slot_fields",
          "result_hosts",
          "allow_private_addresses");
  private static final List<String> PREFIXES =
      List.of(FormFields.BOTH, FormFields.EDITS, FormFields.GENERATIONS);

  private final Map<String, String> values;

  /// @throws IllegalArgumentException when there is no such parameter
  Parameters(Map<String, String> values) {
    this.values = values;
    values.keySet().forEach(Parameters::check);
  }

  Map<String, String> all() {
    return values;
  }

  String text(String name, String preset) {
    return values.getOrDefault(name, preset).strip();
  }

  /// Empty where it is absent or blank.
  Optional<String> text(String name) {
    return Optional.of(text(name, "")).filter(text -> !text.isEmpty());
  }

  /// @throws IllegalArgumentException when it does not begin with a slash
  String path(String name, String preset) {
    String path = text(name, preset);
    if (!path.matches("/[A-Za-z0-9._~/-]*")) {
      throw wrong(name, "a path that begins with a slash, such as " + preset);
    }
    return path;
  }

  /// @throws IllegalArgumentException when it is neither `true` nor `false`
  boolean flag(String name, boolean preset) {
    return switch (text(name, String.valueOf(preset))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, "true or false");
    };
  }

  /// Words separated by commas.
  List<String> list(String name, String preset) {
    return Arrays.stream(text(name, preset).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// The parameters whose name begins so, by the rest of their name.
  Map<String, String> withPrefix(String prefix) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  static IllegalArgumentException wrong(String name, String expected) {
    return new IllegalArgumentException("parameter " + name + " has to be " + expected);
  }

  private static void check(String name) {
    if (!NAMES.contains(name) && PREFIXES.stream().noneMatch(name::startsWith)) {
      throw new IllegalArgumentException(
          "there is no parameter "
              + name
              + "; there are: "
              + NAMES.stream().sorted().collect(Collectors.joining(", "))
              + ", and the prefixes "
              + String.join(", ", PREFIXES));
    }
  }
}
