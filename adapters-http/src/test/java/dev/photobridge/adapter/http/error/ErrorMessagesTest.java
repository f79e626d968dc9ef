package dev.photobridge.adapter.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.openapi.model.ErrorCodeDto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorMessagesTest {
  private static final Pattern NAMES = Pattern.compile("\\{([^}]*)}");
  private static final Set<String> KNOWN_NAMES =
      Set.of("field", "found", "allowed", "limit", "reason", "retry_after_sec", "problem", "title");

  private final ErrorMessages messages = new ErrorMessages();

  @ParameterizedTest
  @EnumSource
  void everyCodeHasATextThatNeedsNoDetails(Language language) {
    var texts = texts(language);

    for (ErrorCodeDto code : ErrorCodeDto.values()) {
      assertThat(texts.containsKey(code.value())).as("%s in %s", code, language).isTrue();
      assertThat(texts.getString(code.value())).isNotBlank().doesNotContain("{");
      assertThat(messages.text(ErrorAnswer.of(code), language))
          .isEqualTo(texts.getString(code.value()));
    }
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(new TreeSet<>(texts(Language.RUSSIAN).keySet()))
        .isEqualTo(new TreeSet<>(texts(Language.ENGLISH).keySet()));
  }

  @Test
  void russianIsRussianAndEnglishIsEnglish() {
    for (String key : texts(Language.RUSSIAN).keySet()) {
      assertThat(texts(Language.RUSSIAN).getString(key)).as(key).containsPattern("[А-Яа-яё]");
      assertThat(texts(Language.ENGLISH).getString(key)).as(key).doesNotContainPattern("[А-Яа-яё]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTextBelongsToACodeAndUsesKnownNames(Language language) {
    Set<String> codes =
        Arrays.stream(ErrorCodeDto.values())
            .map(ErrorCodeDto::value)
            .collect(Collectors.toCollection(TreeSet::new));
    codes.addAll(Set.of("unit", "wording"));
    var texts = texts(language);

    for (String key : texts.keySet()) {
      assertThat(codes).as(key).contains(key.replaceFirst("\\..*", ""));
      if (!key.startsWith("unit.") && !key.startsWith("wording.place_")) {
        assertThat(KNOWN_NAMES).as(key).containsAll(namesIn(texts.getString(key)));
      }
    }
  }

  @Test
  void namesTheValueInQuestion() {
    var answer =
        ErrorAnswer.of(ErrorCodeDto.METHOD_NOT_ALLOWED)
            .with("found", "DELETE")
            .with("allowed", List.of("GET", "PUT"));

    assertThat(messages.text(answer, Language.ENGLISH))
        .isEqualTo("This address does not take DELETE. Possible: GET, PUT.");
  }

  @Test
  void aReasonHasATextOfItsOwn() {
    var answer = ErrorAnswer.of(ErrorCodeDto.RESULT_NOT_FOUND).with("reason", "deleted");

    assertThat(messages.text(answer, Language.RUSSIAN))
        .isEqualTo("Обработанная фотография уже удалена.");
  }

  @Test
  void anUnknownReasonIsNamed() {
    var answer = ErrorAnswer.of(ErrorCodeDto.PROVIDER_REFUSED).with("reason", "BLOCKLIST");

    assertThat(messages.text(answer, Language.ENGLISH))
        .isEqualTo("The provider refused to process this photo (BLOCKLIST).");
  }

  @Test
  void aTextWithAMissingValueIsPassedOver() {
    var answer =
        ErrorAnswer.of(ErrorCodeDto.REQUEST_INVALID)
            .with("field", "page_size")
            .with("reason", "too_large");

    assertThat(messages.text(answer, Language.ENGLISH))
        .isEqualTo("The request is not right: page_size cannot be accepted.");
  }

  @Test
  void limitsHaveUnits() {
    assertThat(english(ErrorCodeDto.FILE_TOO_LARGE, Map.of("limit", 20L * 1024 * 1024)))
        .contains("larger than 20 MB");
    assertThat(english(ErrorCodeDto.BODY_TOO_LARGE, Map.of("limit", 2048)))
        .contains("larger than 2 KB");
    assertThat(english(ErrorCodeDto.BODY_TOO_LARGE, Map.of("limit", 5))).contains("than 5 bytes");
    assertThat(
            english(
                ErrorCodeDto.PHOTO_TOO_MANY_PIXELS,
                Map.of("limit", 100_000_000L, "found", 100_000_001L)))
        .contains("has 101 megapixels, at most 100 megapixels");
  }

  @Test
  void whatAClientSentStaysShortAndOnOneLine() {
    String hostile = "slot\r\nSet-Cookie: a=b\u0000\u202E" + "x".repeat(5000) + "$1\\";

    String text = english(ErrorCodeDto.SLOT_NOT_FOUND, Map.of("found", hostile));

    assertThat(text).hasSizeLessThan(250).contains("slot??Set-Cookie: a=b??xxx");
  }

  @Test
  void bracesAndDollarsInValuesAreNotReplacedAgain() {
    assertThat(english(ErrorCodeDto.SLOT_NOT_FOUND, Map.of("found", "{limit}$1\\n")))
        .contains("There is no slot {limit}$1\\n.");
  }

  @Test
  void theClientChoosesTheLanguage() {
    var answer = ErrorAnswer.of(ErrorCodeDto.JOB_NOT_FOUND);

    assertThat(messages.text(answer, Optional.of("en-GB,en;q=0.9")))
        .isEqualTo("There is no such job.");
    assertThat(messages.text(answer, Optional.empty())).isEqualTo("Такого задания нет.");
  }

  private String english(ErrorCodeDto code, Map<String, Object> details) {
    return messages.text(new ErrorAnswer(code, details), Language.ENGLISH);
  }

  private static Set<String> namesIn(String text) {
    return NAMES
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static ResourceBundle texts(Language language) {
    return ResourceBundle.getBundle(
        "dev.photobridge.adapter.http.error.messages", language.locale());
  }
}
