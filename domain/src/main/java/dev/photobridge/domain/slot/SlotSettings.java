package dev.photobridge.domain.slot;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.prompt.TextTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A slot's parameters for its operation, as plain values: text, numbers, switches, lists and
/// nested settings. Whether they satisfy the operation's `settings_schema` was checked when they
/// were saved; the readers here answer empty for what is absent or of another kind.
///
/// @param values names to `String`, `Number`, `Boolean`, `List`, `Map` or null; copied, never
///   changed; anything else is refused
public record SlotSettings(Map<String, @Nullable Object> values) {
  /// No settings at all.
  public static final SlotSettings NONE = new SlotSettings(Map.of());

  // not in its compact form, whose parameter would be @Nullable Object here and Object elsewhere
  public SlotSettings(Map<String, @Nullable Object> values) {
    this.values = copyOf(values, UnaryOperator.identity());
  }

  /// The text under this name.
  public Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// The whole number under this name.
  public Optional<Integer> integer(String name) {
    return number(name).filter(SlotSettings::isInteger).map(BigDecimal::intValueExact);
  }

  /// The number under this name.
  public Optional<BigDecimal> number(String name) {
    return values.get(name) instanceof Number number
        ? Optional.of(new BigDecimal(number.toString()))
        : Optional.empty();
  }

  /// The image that the setting of this name points to.
  public Optional<MediaId> media(String name) {
    return text(name).flatMap(MediaId::parse);
  }

  /// The settings nested under this name; none where there are none.
  @SuppressWarnings("unchecked") // JSON objects have text keys, see the record's contract
  public SlotSettings nested(String name) {
    return values.get(name) instanceof Map<?, ?> map
        ? new SlotSettings((Map<String, @Nullable Object>) map)
        : NONE;
  }

  /// These settings with the places in all their texts filled; see [TextTemplate].
  ///
  /// @param fields what the booth sent, by name
  public SlotSettings filled(Map<String, String> fields) {
    return new SlotSettings(copyOf(values, text -> new TextTemplate(text).filled(fields)));
  }

  /// These settings with another text under this name.
  public SlotSettings with(String name, String text) {
    var changed = new LinkedHashMap<String, @Nullable Object>(values);
    changed.put(name, text);
    return new SlotSettings(changed);
  }

  /// What a prompt writer is to do with the prompt before it is sent, from the setting
  /// `prompt_writer`; empty: nothing.
  public Optional<PromptTask> promptTask() {
    return text("prompt_writer").flatMap(PromptTask::named);
  }

  /// Every text among these settings by its path, such as `stamp.text`.
  public Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    collectTexts("", values, texts);
    return texts;
  }

  private static void collectTexts(String path, @Nullable Object value, Map<String, String> texts) {
    switch (value) {
      case String text -> texts.put(path, text);
      case Map<?, ?> group ->
          group.forEach(
              (name, inner) ->
                  collectTexts(path.isEmpty() ? name.toString() : path + "." + name, inner, texts));
      case List<?> items -> items.forEach(item -> collectTexts(path, item, texts));
      case null, default -> {}
    }
  }

  /// How the result shall look, from the setting `output`.
  public OutputSettings output() {
    return OutputSettings.of(nested("output"));
  }

  private static Map<String, @Nullable Object> copyOf(
      Map<String, @Nullable Object> values, UnaryOperator<String> texts) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    values.forEach((name, value) -> copy.put(name, frozen(value, texts)));
    return Collections.unmodifiableMap(copy);
  }

  @SuppressWarnings("unchecked") // as above
  private static @Nullable Object frozen(@Nullable Object value, UnaryOperator<String> texts) {
    return switch (value) {
      case Map<?, ?> map -> copyOf((Map<String, @Nullable Object>) map, texts);
      case List<?> list -> {
        var copy = new ArrayList<@Nullable Object>();
        list.forEach(item -> copy.add(frozen(item, texts)));
        yield Collections.unmodifiableList(copy);
      }
      case String text -> texts.apply(text);
      case Number _, Boolean _ -> value;
      case null -> null;
      default -> throw new IllegalArgumentException("not a setting's value: " + value.getClass());
    };
  }

  private static boolean isInteger(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
        && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }
}
