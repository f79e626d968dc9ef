package dev.photobridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DesignRulesTest {
  private static final Map<Code, JavaClasses> PRODUCT = imported(Code::product);
  private static final Map<Code, JavaClasses> FIXTURES = imported(Code::fixtures);

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void productKeepsTheRule(DesignRule rule) {
    rule.proven().in(Layout.PRODUCT).check(PRODUCT.get(rule.code()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleReportsItsFixturesAndNothingElse(DesignRule rule) {
    var result = rule.proven().in(rule.code().fixtureLayout()).evaluate(FIXTURES.get(rule.code()));

    assertThat(Offences.offendersIn(result))
        .as(() -> result.getFailureReport().toString())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(rule.proven().offenders());
  }

  static Stream<DesignRule> rules() {
    return DesignRule.all();
  }

  private static Map<Code, JavaClasses> imported(Function<Code, JavaClasses> importer) {
    return Arrays.stream(Code.values()).collect(Collectors.toMap(code -> code, importer));
  }
}
