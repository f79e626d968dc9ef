package dev.photobridge.adapter.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.http.error.Language;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
  private static final Pattern VALUES = Pattern.compile("\\{\\d}");
  private static final Pattern CYRILLIC = Pattern.compile("[А-Яа-яё]");

  private final SortedMap<String, String> russian = Texts.in(Language.RUSSIAN).startingWith("");
  private final SortedMap<String, String> english = Texts.in(Language.ENGLISH).startingWith("");

  @Test
  void bothLanguagesSayTheSameThings() {
    var expected = new TreeSet<>(english.keySet());
    // English needs two forms of a counted word, Russian three
    english.keySet().stream()
        .filter(key -> key.endsWith(".many"))
        .map(key -> key.replaceFirst("many$", "few"))
        .forEach(expected::add);

    assertThat(new TreeSet<>(russian.keySet())).isEqualTo(expected);
  }

  @Test
  void bothLanguagesNameTheSameValues() {
    english.forEach(
        (key, text) ->
            assertThat(values(russian.getOrDefault(key, ""))).as(key).isEqualTo(values(text)));
  }

  @Test
  void noTextIsEmpty() {
    assertThat(russian.values()).noneMatch(String::isBlank);
    assertThat(english.values()).noneMatch(String::isBlank);
  }

  @Test
  void englishIsEnglish() {
    english.forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(CYRILLIC));
  }

  @Test
  void everyAreaHasTextsOfItsOwnNameOnly() {
    assertThat(english.keySet())
        .allMatch(key -> Texts.AREAS.contains(key.substring(0, key.indexOf('.'))));
  }

  @ParameterizedTest
  @EnumSource
  void valuesStandWhereTheTextNamesThem(Language language) {
    assertThat(Texts.in(language).get("common.signOut.of", "serg")).contains("serg");
  }

  @Test
  void aValueIsNotLookedIntoForNames() {
    assertThat(Texts.in(Language.ENGLISH).get("common.signOut.of", "{0}{1}"))
        .isEqualTo("Sign {0}{1} out");
  }

  @Test
  void aTextThatIsNotThereIsABug() {
    assertThatThrownBy(() -> Texts.in(Language.RUSSIAN).get("common.nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> values(String text) {
    return VALUES
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
