package dev.photobridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.photobridge.architecture.fixture.main.adapter.persistence.StampsRows;
import dev.photobridge.architecture.fixture.main.adapter.provider.gemini.SleepsBetweenTries;
import dev.photobridge.architecture.fixture.main.application.service.ReadsClock;
import dev.photobridge.architecture.fixture.main.application.service.ThrowsDice;
import dev.photobridge.architecture.fixture.main.domain.DrawsLots;
import dev.photobridge.architecture.fixture.main.domain.ReadsMoment;
import java.util.function.Function;

/// Time and chance come from outside, so that tests of deadlines take no time.
enum TimeRules implements DesignRule {
  CORE_READS_NO_CLOCK(
      "now is given as a moment, an InstantSource or a stopwatch",
      code ->
          noClasses()
              .that()
              .resideInAnyPackage(code.domain(), code.application())
              .should()
              .accessTargetWhere(Accesses.ofAnyClock()),
      ReadsClock.class,
      ReadsMoment.class),

  CORE_MAKES_NO_CHANCE(
      "chance is given as a RandomGenerator",
      code ->
          noClasses()
              .that()
              .resideInAnyPackage(code.domain(), code.application())
              .should()
              .accessTargetWhere(Accesses.ofChanceMadeHere()),
      ThrowsDice.class,
      DrawsLots.class),

  ADAPTERS_READ_NO_WALL_CLOCK(
      "the app hands one clock to all, and tests another one",
      code ->
          noClasses()
              .that()
              .resideInAnyPackage(code.http(), code.providers(), code.persistence())
              .should()
              .accessTargetWhere(Accesses.ofTheWallClock()),
      StampsRows.class),

  NOBODY_SLEEPS(
      "whoever waits, waits for a signal with a limit, and is woken at once; where there is no"
          + " signal, RealPauses stands in for time and tests put something else there",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .and()
              .doNotHaveSimpleName("RealPauses")
              .should()
              .accessTargetWhere(Accesses.ofSleep()),
      SleepsBetweenTries.class);

  private final ProvenRule proven;

  TimeRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
    this.proven = new ProvenRule(reason, definition, fixtures);
  }

  @Override
  public ProvenRule proven() {
    return proven;
  }

  @Override
  public Code code() {
    return Code.MAIN;
  }
}
