package dev.photobridge.domain.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text with places for the guest's own words (PRODUCT, "the guest's own words"): `{name}` stands
/// for a form field or a query parameter of the booth's request, `{name|guest}` says what to write
/// where the request has none. Braces around anything else are ordinary text.
public record TextTemplate(String text) {
  private static final Pattern PLACE =
      Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.-]{0,63})(?:\\|([^{}]{0,200}))?}");

  /// A place in the text.
  ///
  /// @param name of the field
  /// @param preset what is written where there is no such field; null: nothing is
  public record Variable(String name, @Nullable String preset) {
    /// What is written where there is no such field.
    public Optional<String> fallback() {
      return Optional.ofNullable(preset);
    }
  }

  /// The places, in their order.
  public List<Variable> variables() {
    return PLACE.matcher(text).results().map(TextTemplate::variable).toList();
  }

  /// The text with every place filled. What guests wrote is cleaned by [GuestWords], and braces in
  /// it are not looked at again.
  ///
  /// @param fields what the booth sent, by name
  public String filled(Map<String, String> fields) {
    return PLACE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(variable(match), fields)));
  }

  private static String value(Variable variable, Map<String, String> fields) {
    return Optional.ofNullable(fields.get(variable.name()))
        .map(GuestWords::cleaned)
        .filter(words -> !words.isEmpty())
        .or(variable::fallback)
        .orElse("");
  }

  private static Variable variable(MatchResult match) {
    return new Variable(match.group(1), match.group(2));
  }
}
