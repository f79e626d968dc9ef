package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.slot.SlotSettings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which image and which setting goes into which field of the form, by the operation's parameters
/// in the catalogue:
///
/// - `method`: the method to call;
/// - `field.<image>`: the field for the link of an image of `media_parts`; where it depends on a
///   setting, `fields_by` names that and `field.<image>.<value>` the field;
/// - `prompt_field`: the field for the prompt;
/// - `field.<setting>`: the field for a setting, left out where the slot does not set it.
final class CallForm {
  private static final Pattern METHOD = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final String FIELD = "field.";

  private final Map<String, String> parameters;
  private final SlotSettings settings;
  private final String prompt;

  CallForm(ProviderCall call) {
    this.parameters = call.operation().parameters();
    this.settings = call.settings();
    this.prompt = call.prompt();
  }

  /// The method to call; empty where the catalogue has none.
  static Optional<String> method(Operation operation) {
    return Optional.ofNullable(operation.parameters().get("method"))
        .filter(name -> METHOD.matcher(name).matches());
  }

  /// The field for an image; empty where the catalogue has none.
  Optional<String> imageField(String image) {
    Optional<String> byValue =
        Optional.ofNullable(parameters.get("fields_by"))
            .flatMap(settings::text)
            .map(value -> parameters.get(FIELD + image + "." + value));
    return byValue.or(() -> Optional.ofNullable(parameters.get(FIELD + image)));
  }

  /// The whole form.
  ///
  /// @param images links by image
  /// @param webhook where to report the result; empty: nowhere
  Map<String, String> fields(Map<String, String> images, Optional<String> webhook) {
    var form = new LinkedHashMap<String, String>();
    form.put("do", "create_queue");
    Optional.ofNullable(parameters.get("prompt_field"))
        .filter(_ -> !prompt.isBlank())
        .ifPresent(field -> form.put(field, prompt));
    images.forEach((image, link) -> form.put(imageField(image).orElseThrow(), link));
    settings.values().keySet().forEach(setting -> addSetting(setting, images, form));
    webhook.ifPresent(address -> form.put("webhook", address));
    return form;
  }

  private void addSetting(String setting, Map<String, String> images, Map<String, String> form) {
    String field = parameters.get(FIELD + setting);
    if (field != null && !images.containsKey(setting)) {
      text(settings.values().get(setting)).ifPresent(text -> form.put(field, text));
    }
  }

  private static Optional<String> text(@Nullable Object value) {
    return switch (value) {
      case Boolean yes -> Optional.of(yes ? "True" : "False");
      case Number number -> Optional.of(new BigDecimal(number.toString()).toPlainString());
      case String text -> Optional.of(text.strip()).filter(words -> !words.isEmpty());
      case null, default -> Optional.empty();
    };
  }
}
