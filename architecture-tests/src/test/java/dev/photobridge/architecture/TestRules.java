package dev.photobridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.photobridge.architecture.fixture.tests.NeverFound;
import dev.photobridge.architecture.fixture.tests.SleepsUntilDone;
import dev.photobridge.architecture.fixture.tests.SwitchedOff;
import java.util.function.Function;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;

/// What no test does.
enum TestRules implements DesignRule {
  TESTS_DO_NOT_SLEEP(
      "a sleep is too long on a fast machine and too short on a slow one; wait for a signal",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .should()
              .accessTargetWhere(Accesses.ofSleep()),
      SleepsUntilDone.class),

  TESTS_ARE_NOT_SWITCHED_OFF(
      "a test that does not run protects nothing; one that cannot run here says so by an"
          + " assumption",
      code ->
          CompositeArchRule.of(
                  noClasses()
                      .that()
                      .resideInAPackage(code.all())
                      .should()
                      .beAnnotatedWith(Disabled.class))
              .and(
                  noMethods()
                      .that()
                      .areDeclaredInClassesThat()
                      .resideInAPackage(code.all())
                      .should()
                      .beAnnotatedWith(Disabled.class)),
      SwitchedOff.class),

  TESTS_ARE_FOUND_BY_THE_BUILD(
      "the build runs …Test and …IT; a test in any other class never runs",
      code ->
          methods()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(code.all())
              .and()
              .areMetaAnnotatedWith(Testable.class)
              .and()
              .areDeclaredInClassesThat()
              .doNotHaveModifier(JavaModifier.ABSTRACT)
              .should(
                  ArchCondition.from(
                      describe(
                          "be in a class that the build runs",
                          method -> isRun(outermost(method.getOwner()))))),
      NeverFound.class);

  private final ProvenRule proven;

  TestRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
    this.proven = new ProvenRule(reason, definition, fixtures);
  }

  @Override
  public ProvenRule proven() {
    return proven;
  }

  @Override
  public Code code() {
    return Code.TESTS;
  }

  private static boolean isRun(JavaClass type) {
    return type.getSimpleName().endsWith("Test") || type.getSimpleName().endsWith("IT");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(TestRules::outermost).orElse(type);
  }
}
