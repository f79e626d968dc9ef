package dev.photobridge.domain.slot;

import dev.photobridge.domain.provider.Operation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that a call sends: the operation's `prompt_template` with the slot's settings in it.
///
/// `{prompt}` and any other `{setting}` of the template stand for the slot's value. Where the
/// catalogue has a text under `setting.value` (such as `direction.guest_face`), that text stands
/// for this value. What the slot does not set leaves nothing behind.
public final class OperationPrompt {
  private static final String TEMPLATE = "prompt_template";
  private static final String PROMPT_ALONE = "{prompt}";
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]{0,63})}");
  private static final Pattern GAP = Pattern.compile("  +");

  private OperationPrompt() {}

  /// The words; empty where neither the operation nor the slot has any.
  ///
  /// @param settings the slot's, variables filled
  public static String of(Operation operation, SlotSettings settings) {
    String template = operation.parameters().getOrDefault(TEMPLATE, PROMPT_ALONE);
    String words =
        PLACE
            .matcher(template)
            .replaceAll(
                place -> Matcher.quoteReplacement(words(operation, settings, place.group(1))));
    return GAP.matcher(words).replaceAll(" ").strip();
  }

  private static String words(Operation operation, SlotSettings settings, String name) {
    Optional<String> value =
        settings
            .text(name)
            .or(() -> settings.number(name).map(number -> number.toPlainString()))
            .map(String::strip);
    return value
        .map(text -> operation.parameters().getOrDefault(name + "." + text, text))
        .orElse("");
  }
}
