package dev.photobridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.photobridge.architecture.fixture.main.application.port.out.careless.DropsAnswers;
import dev.photobridge.architecture.fixture.main.domain.circle.RoundAbout;
import dev.photobridge.architecture.fixture.main.domain.circle.back.WayBack;
import dev.photobridge.architecture.fixture.main.domain.unmarked.KnowsNoNull;
import dev.photobridge.architecture.fixture.main.domain.util.Leftover;
import dev.photobridge.architecture.fixture.main.nowhere.Stray;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What packages are and how they hang together.
enum PackageRules implements DesignRule {
  EVERY_CLASS_HAS_A_PLACE(
      "a new part of the product needs its arrows first",
      code ->
          classes().that().resideInAPackage(code.all()).should().resideInAnyPackage(code.parts()),
      Stray.class),

  PACKAGES_HAVE_NO_CYCLES(
      "packages in a circle can only be understood, tested and changed together",
      code -> slices().matching(code.root() + ".(**)").should().beFreeOfCycles(),
      RoundAbout.class,
      WayBack.class),

  PACKAGES_ARE_NULL_MARKED(
      "only there does the compiler look after null",
      code ->
          classes()
              .that()
              .resideInAPackage(code.all())
              .should(beInPackageAnnotatedWith(NullMarked.class.getName())),
      KnowsNoNull.class),

  PORTS_HAVE_THEIR_ANSWERS_CHECKED(
      "a dropped outcome must not compile",
      code ->
          classes()
              .that()
              .resideInAPackage(code.ports())
              .should(
                  beInPackageAnnotatedWith("com.google.errorprone.annotations.CheckReturnValue")),
      DropsAnswers.class),

  PACKAGES_ARE_NAMED_AFTER_THE_PRODUCT(
      "a package is found by what it is about, not by what kind of class it holds",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .should()
              .resideInAnyPackage(
                  Stream.of("common", "dto", "enums", "helper", "impl", "misc", "util", "utils")
                      .map(code::anywhere)
                      .toArray(String[]::new)),
      Leftover.class);

  private final ProvenRule proven;

  PackageRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
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

  private static ArchCondition<JavaClass> beInPackageAnnotatedWith(String annotation) {
    return ArchCondition.from(
        describe(
            "be in a package annotated with @" + annotation,
            type -> type.getPackage().isAnnotatedWith(annotation)));
  }
}
