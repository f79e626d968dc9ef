package dev.photobridge.adapter.http.check;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.domain.check.Finding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What findings say to people, from `messages_ru.properties` and `messages_en.properties`. Safe
/// for use by many threads.
public final class FindingMessages {
  private static final String BUNDLE = "dev.photobridge.adapter.http.check.messages";
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final Map<Language, ResourceBundle> texts =
      Arrays.stream(Language.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(),
                  language -> ResourceBundle.getBundle(BUNDLE, language.locale())));

  /// What was found and, where needed, what to do.
  public String text(Finding finding, Language language) {
    ResourceBundle bundle = texts.get(language);
    if (bundle == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    String text = bundle.getString(finding.code().name().toLowerCase(Locale.ROOT));
    return NAME.matcher(text)
        .replaceAll(
            name -> Matcher.quoteReplacement(finding.values().getOrDefault(name.group(1), "?")));
  }
}
