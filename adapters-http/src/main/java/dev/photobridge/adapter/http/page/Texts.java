package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.error.Language;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts of all pages in one language, by key. Safe for use by many threads.
public final class Texts {
  private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");
  private static final String PACKAGE = "dev.photobridge.adapter.http.page.";

  /// One pair of files each, `<area>_ru.properties` and `<area>_en.properties`; its keys begin with
  /// the area's name.
  static final List<String> AREAS =
      List.of(
          "check", "common", "docs", "jobs", "settings", "signin", "slot", "slots", "statistics");

  private static final Map<Language, Texts> ALL = read();

  private final Language language;
  private final Map<String, String> texts;

  private Texts(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = Collections.unmodifiableMap(texts);
  }

  /// The texts in a language.
  public static Texts in(Language language) {
    Texts texts = ALL.get(language);
    if (texts == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return texts;
  }

  /// A text.
  ///
  /// @param values what stands for `{0}`, `{1}`… in it
  /// @throws IllegalArgumentException when there is no such text
  public String get(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    return VALUE
        .matcher(text)
        .replaceAll(
            name ->
                Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(name.group(1))])));
  }

  /// Whether there is a text of this key.
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /// A text about so many things, in the form that the number needs: `key.one`, `key.few` (Russian
  /// only) or `key.many`. `{0}` is the number.
  public String count(String key, long number) {
    PluralForm form = PluralForm.of(number, language);
    return get(key + "." + form.word(), new Formats(language).number(number));
  }

  /// The texts whose keys begin so, by key in order.
  public SortedMap<String, String> startingWith(String prefix) {
    return texts.entrySet().stream()
        .filter(text -> text.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
  }

  private static Map<Language, Texts> read() {
    var all = new EnumMap<Language, Texts>(Language.class);
    for (Language language : Language.values()) {
      var texts = new TreeMap<String, String>();
      for (String area : AREAS) {
        ResourceBundle bundle = ResourceBundle.getBundle(PACKAGE + area, language.locale());
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
      }
      all.put(language, new Texts(language, texts));
    }
    return all;
  }
}
