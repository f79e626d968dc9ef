package dev.photobridge.adapter.http.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.photobridge.adapter.http.contract.InvalidParameterException.Problem;
import dev.photobridge.openapi.model.JobStateDto;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestParameterTest {

  @Test
  void readsTextAsTheTypeOfTheContract() {
    assertThat(parameter("7").as(Integer::valueOf).atLeast(1).atMost(50).orElse(1)).isEqualTo(7);
    assertThat(state("SUCCEEDED_LATE").orNull()).isEqualTo(JobStateDto.SUCCEEDED_LATE);
  }

  @Test
  void passesEveryCheckWhenItIsAbsent() {
    assertThat(parameter(null).as(Integer::valueOf).atLeast(1).atMost(50).orElse(10)).isEqualTo(10);
    assertThat(parameter(null).noLongerThan(3).matching("a").orNull()).isNull();
    assertThat(state(null).orNull()).isNull();
  }

  @Test
  void acceptsTheBoundsThemselves() {
    assertThat(parameter("1").as(Long::valueOf).atLeast(1).required()).isEqualTo(1);
    assertThat(parameter("50").as(Long::valueOf).atMost(50).required()).isEqualTo(50);
    assertThat(parameter("abc").noLongerThan(3).required()).isEqualTo("abc");
  }

  @Test
  void refusesTheCharacterThatNoDatabaseTakes() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameter("a\0b"))
        .satisfies(e -> isProblem(e, Problem.MALFORMED, "a\0b", null));
  }

  @Test
  void saysWhichBoundWasPassed() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameter("0").as(Integer::valueOf).atLeast(1))
        .satisfies(e -> isProblem(e, Problem.TOO_SMALL, "0", 1L));
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameter("51").as(Integer::valueOf).atMost(50))
        .satisfies(e -> isProblem(e, Problem.TOO_LARGE, "51", 50L));
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameter("abcd").noLongerThan(3))
        .satisfies(e -> isProblem(e, Problem.TOO_LONG, "abcd", 3L));
  }

  @Test
  void refusesTextThatIsNotOfTheType() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameter("").as(Integer::valueOf))
        .satisfies(e -> isProblem(e, Problem.MALFORMED, "", null));
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameter("slot").as(UUID::fromString))
        .satisfies(e -> isProblem(e, Problem.MALFORMED, "slot", null));
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameter("ab").matching("a"))
        .satisfies(e -> isProblem(e, Problem.MALFORMED, "ab", null));
  }

  @Test
  void namesTheAllowedValues() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> state("queued"))
        .satisfies(e -> isProblem(e, Problem.NOT_ALLOWED, "queued", null))
        .satisfies(e -> assertThat(e.allowed()).startsWith("QUEUED", "RUNNING"));
  }

  @Test
  void missesARequiredOne() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameter(null).required())
        .satisfies(e -> isProblem(e, Problem.MISSING, null, null));
  }

  private static RequestParameter<String> parameter(@Nullable String text) {
    return RequestParameter.of("p", text);
  }

  private static RequestParameter<JobStateDto> state(@Nullable String text) {
    return parameter(text).among(JobStateDto.values(), JobStateDto::value);
  }

  private static void isProblem(
      InvalidParameterException e, Problem problem, @Nullable String found, @Nullable Long limit) {
    assertThat(e.field()).isEqualTo("p");
    assertThat(e.problem()).isEqualTo(problem);
    assertThat(e.found()).isEqualTo(found);
    assertThat(e.limit()).isEqualTo(limit);
  }
}
