package dev.photobridge.adapter.http.error;

import dev.photobridge.openapi.model.ErrorCodeDto;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The texts of errors, for people. They stand in `messages_ru.properties` and
/// `messages_en.properties`, whose head says how the text for an error is found. Safe for use by
/// many threads.
public final class ErrorMessages {
  private static final String BUNDLE = "dev.photobridge.adapter.http.error.messages";
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final Map<Language, ResourceBundle> bundles;

  /// Reads all texts.
  public ErrorMessages() {
    bundles =
        new EnumMap<>(
            Arrays.stream(Language.values())
                .collect(
                    Collectors.toMap(
                        Function.identity(),
                        language -> ResourceBundle.getBundle(BUNDLE, language.locale()))));
  }

  /// What an error tells the person in front of the client.
  ///
  /// @param acceptLanguage the request's header `Accept-Language`
  public String text(ErrorAnswer answer, Optional<String> acceptLanguage) {
    return text(answer, Language.of(acceptLanguage));
  }

  /// The same in a given language.
  public String text(ErrorAnswer answer, Language language) {
    var texts = bundle(language);
    var values = new MessageValues(answer, texts, language);
    return candidates(answer)
        .filter(texts::containsKey)
        .map(texts::getString)
        .flatMap(text -> filled(text, values).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no text without names for " + answer.code()));
  }

  /// An error's details as the client gets them: every [Wording] among them in this language.
  public Map<String, Object> details(ErrorAnswer answer, Language language) {
    return told(answer.details(), bundle(language), language);
  }

  private static Map<String, Object> told(
      Map<?, ?> details, ResourceBundle texts, Language language) {
    var told = new LinkedHashMap<String, Object>();
    details.forEach((name, value) -> told.put(name.toString(), told(value, texts, language)));
    return told;
  }

  private static Object told(Object value, ResourceBundle texts, Language language) {
    return switch (value) {
      case Wording wording -> MessageValues.told(wording, texts);
      case Bilingual text -> text.in(language);
      case Map<?, ?> group -> told(group, texts, language);
      case List<?> items -> items.stream().map(item -> told(item, texts, language)).toList();
      default -> value;
    };
  }

  private static Stream<String> candidates(ErrorAnswer answer) {
    ErrorCodeDto code = answer.code();
    return Stream.of(
        code.value() + "." + answer.details().get("reason"),
        code.value() + ".titled",
        code.value() + ".details",
        code.value());
  }

  /// The text with its names replaced, or empty where a value is missing.
  private static Optional<String> filled(String text, MessageValues values) {
    Matcher names = NAME.matcher(text);
    var filled = new StringBuilder();
    while (names.find()) {
      Optional<String> value = values.of(names.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      names.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
    }
    return Optional.of(names.appendTail(filled).toString());
  }

  private ResourceBundle bundle(Language language) {
    ResourceBundle bundle = bundles.get(language);
    if (bundle == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return bundle;
  }
}
