package dev.photobridge.adapter.http.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingMessagesTest {
  private static final Pattern NAMES = Pattern.compile("\\{(\\w+)}");

  @ParameterizedTest
  @EnumSource
  void everyFindingHasATextAndNothingElseHasOne(Language language) {
    assertThat(new TreeSet<>(texts(language).keySet()))
        .isEqualTo(
            Arrays.stream(FindingCode.values())
                .map(code -> code.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void bothLanguagesSayTheSameWithTheSameValues() {
    for (FindingCode code : FindingCode.values()) {
      String key = code.name().toLowerCase(Locale.ROOT);
      String russian = texts(Language.RUSSIAN).getString(key);
      String english = texts(Language.ENGLISH).getString(key);

      assertThat(names(russian)).as(key).isEqualTo(names(english));
      assertThat(russian).as(key).containsPattern("[А-Яа-яё]");
      assertThat(english).as(key).isNotBlank().doesNotContainPattern("[А-Яа-яё]");
    }
  }

  @Test
  void valuesStandAsTheyAre() {
    Finding finding =
        Finding.of(CheckArea.DISK, FindingCode.DISK_FULL)
            .with("folder", "C:\\data $1 {free_mb}")
            .with("free_mb", 12);

    assertThat(new FindingMessages().text(finding, Language.ENGLISH))
        .startsWith("Only 12 MB are free for C:\\data $1 {free_mb}.");
  }

  private static Set<String> names(String text) {
    return NAMES
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ResourceBundle texts(Language language) {
    return ResourceBundle.getBundle(
        "dev.photobridge.adapter.http.check.messages", language.locale());
  }
}
