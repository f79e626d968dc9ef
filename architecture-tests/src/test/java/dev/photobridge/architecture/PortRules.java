package dev.photobridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.photobridge.architecture.fixture.main.application.port.in.DoneTwiceUseCase;
import dev.photobridge.architecture.fixture.main.application.port.in.MisshapenUseCases;
import dev.photobridge.architecture.fixture.main.application.port.in.NeverDoneUseCase;
import dev.photobridge.architecture.fixture.main.application.port.out.MisnamedPorts;
import dev.photobridge.architecture.fixture.main.application.port.out.PhotoInMemory;
import dev.photobridge.architecture.fixture.main.application.port.out.PortWithLogic;
import dev.photobridge.architecture.fixture.main.application.port.out.TakesMaybe;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a port may be.
enum PortRules implements DesignRule {
  PORTS_HOLD_NO_LOGIC(
      "a port says what is asked and answered, and leaves the doing to others",
      code ->
          classes()
              .that()
              .resideInAPackage(code.ports())
              .should()
              .beInterfaces()
              .orShould()
              .beRecords()
              .orShould()
              .beEnums()
              .orShould()
              .beAssignableTo(RuntimeException.class),
      PortWithLogic.class,
      MisshapenUseCases.ClassUseCase.class),

  USE_CASES_ARE_DONE_BY_ONE_SERVICE(
      "there is one answer to what the product does, and nothing offered that nobody does",
      code ->
          classes()
              .that()
              .resideInAPackage(code.drivingPorts())
              .and()
              .haveSimpleNameEndingWith("UseCase")
              .should(new ImplementedOnce(code.services())),
      DoneTwiceUseCase.class,
      NeverDoneUseCase.class,
      MisshapenUseCases.class),

  DRIVEN_PORTS_ARE_CAPABILITY_NOUNS(
      "the package says already that it is a port",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.drivenPorts())
              .should()
              .haveSimpleNameEndingWith("Port")
              .orShould()
              .haveSimpleNameEndingWith("Adapter")
              .orShould()
              .haveSimpleNameEndingWith("Interface")
              .orShould()
              .haveNameMatching(".*[.$]I[A-Z][a-z].*")
              .orShould()
              .haveNameMatching(".*[.$](Abstract|Base|Default)[A-Z].*"),
      MisnamedPorts.class),

  PORTS_TAKE_NO_OPTIONAL(
      "an absent argument is null, which the compiler looks after; Optional is for answers",
      code ->
          methods()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(code.ports())
              .and()
              .areDeclaredInClassesThat()
              .areInterfaces()
              .should(
                  ArchCondition.from(describe("take no Optional", unit -> !takesOptional(unit)))),
      TakesMaybe.class),

  PORTS_PASS_NO_BYTES(
      "a photo is never whole in the heap: it goes by stream or by file",
      code ->
          codeUnits()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(code.ports())
              .should(ArchCondition.from(describe("pass no bytes", unit -> !passesBytes(unit)))),
      PhotoInMemory.class);

  private final ProvenRule proven;

  PortRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
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

  private static boolean takesOptional(JavaCodeUnit unit) {
    return unit.getRawParameterTypes().stream()
        .anyMatch(
            belongToAnyOf(
                Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class));
  }

  private static boolean passesBytes(JavaCodeUnit unit) {
    return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
        .anyMatch(
            type -> type.isEquivalentTo(byte[].class) || type.isAssignableTo(ByteBuffer.class));
  }
}
