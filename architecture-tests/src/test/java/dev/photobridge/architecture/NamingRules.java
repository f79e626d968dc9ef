package dev.photobridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.photobridge.architecture.fixture.main.adapter.http.CarelessNames;
import dev.photobridge.architecture.fixture.main.adapter.http.HandlesNothingHandler;
import dev.photobridge.architecture.fixture.main.adapter.http.MutableDto;
import dev.photobridge.architecture.fixture.main.adapter.http.UnnamedHandling;
import dev.photobridge.architecture.fixture.main.adapter.persistence.MutableRow;
import dev.photobridge.architecture.fixture.main.adapter.persistence.UnnamedStorage;
import dev.photobridge.architecture.fixture.main.adapter.provider.gemini.SomeStore;
import dev.photobridge.architecture.fixture.main.app.OutsideHandler;
import dev.photobridge.architecture.fixture.main.app.OutsideService;
import dev.photobridge.architecture.fixture.main.app.StrayRow;
import dev.photobridge.architecture.fixture.main.application.port.in.AnswersOpenly;
import dev.photobridge.architecture.fixture.main.application.port.in.MisnamedAnswers;
import dev.photobridge.architecture.fixture.main.application.port.in.MisshapenUseCases;
import dev.photobridge.architecture.fixture.main.application.port.in.MutableInputs;
import dev.photobridge.architecture.fixture.main.application.service.IdleService;
import dev.photobridge.architecture.fixture.main.application.service.MisplacedInputs;
import dev.photobridge.architecture.fixture.main.application.service.MisplacedUseCase;
import dev.photobridge.architecture.fixture.main.application.service.UnnamedDoing;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;

/// Which name a class has, and which class may have a name.
enum NamingRules implements DesignRule {
  USE_CASES_ARE_INTERFACES_OF_THE_DRIVING_PORTS(
      "a list of that package is the list of what the product does",
      code ->
          classes()
              .that()
              .resideInAPackage(code.all())
              .and()
              .haveSimpleNameEndingWith("UseCase")
              .should()
              .beInterfaces()
              .andShould()
              .bePublic()
              .andShould()
              .resideInAPackage(code.drivingPorts()),
      MisplacedUseCase.class,
      MisshapenUseCases.class),

  COMMANDS_AND_QUERIES_ARE_RECORDS_OF_THE_DRIVING_PORTS(
      "what is asked of a use case is data that does not change",
      code ->
          classes()
              .that()
              .resideInAPackage(code.application())
              .and(haveNameEndingWithAnyOf("Command", "Query"))
              .should()
              .beRecords()
              .andShould()
              .resideInAPackage(code.drivingPorts()),
      MutableInputs.class,
      MisplacedInputs.class),

  OUTCOMES_ARE_SEALED_INTERFACES(
      "the compiler lists the cases nobody looked at",
      code ->
          classes()
              .that()
              .resideInAPackage(code.all())
              .and()
              .haveSimpleNameEndingWith("Outcome")
              .should()
              .beInterfaces()
              .andShould(be("sealed", JavaClass::isSealed)),
      AnswersOpenly.class),

  SEALED_ANSWERS_OF_USE_CASES_ARE_CALLED_OUTCOMES(
      "one name for one thing: what can come of a use case",
      code ->
          classes()
              .that(areSealedAnswersOfUseCasesIn(code))
              .should()
              .haveSimpleNameEndingWith("Outcome"),
      MisnamedAnswers.class),

  WHO_DOES_A_USE_CASE_IS_A_SERVICE(
      "from a use case to its service is one step",
      code ->
          classes()
              .that(implementTypesOf(code.drivingPorts(), "UseCase"))
              .should()
              .haveSimpleNameEndingWith("Service")
              .andShould()
              .resideInAPackage(code.services()),
      UnnamedDoing.class,
      OutsideService.class),

  SERVICES_DO_A_USE_CASE(
      "a helper is named after what it is",
      code ->
          classes()
              .that()
              .resideInAPackage(code.application())
              .and()
              .haveSimpleNameEndingWith("Service")
              .should(ArchCondition.from(implementTypesOf(code.drivingPorts(), "UseCase"))),
      IdleService.class),

  DRIVEN_ADAPTERS_ARE_NAMED_TECHNOLOGY_FIRST(
      "the name says by what means, then which port",
      code ->
          classes()
              .that()
              .resideInAnyPackage(code.persistence(), code.providers())
              .and()
              .areTopLevelClasses()
              .and(implementTypes(AdapterNames.portsOf(code)))
              .should(be("named technology first, then port", AdapterNames.endAsTheirPort(code))),
      UnnamedStorage.class,
      SomeStore.class),

  WHO_SERVES_THE_CONTRACT_IS_A_HANDLER(
      "from a tag of the contract to its handler is one step",
      code ->
          classes()
              .that(implementTypesOf(code.contractInterfaces(), "Api"))
              .should()
              .haveSimpleNameEndingWith("Handler")
              .andShould()
              .resideInAPackage(code.http()),
      UnnamedHandling.class,
      OutsideHandler.class),

  HANDLERS_SERVE_THE_CONTRACT(
      "a route that is not in the contract is not served",
      code ->
          classes()
              .that()
              .resideInAPackage(code.http())
              .and()
              .haveSimpleNameEndingWith("Handler")
              .should(ArchCondition.from(implementTypesOf(code.contractInterfaces(), "Api"))),
      HandlesNothingHandler.class),

  WIRE_SHAPES_ARE_RECORDS(
      "what was read or is to be sent does not change",
      code ->
          classes()
              .that()
              .resideInAPackage(code.all())
              .and()
              .haveSimpleNameEndingWith("Dto")
              .should()
              .beRecords()
              .orShould()
              .beEnums(),
      MutableDto.class),

  ROWS_ARE_RECORDS_OF_THE_PERSISTENCE(
      "the shape of a table is nobody else's business",
      code ->
          classes()
              .that()
              .resideInAPackage(code.all())
              .and()
              .haveSimpleNameEndingWith("Row")
              .should()
              .beRecords()
              .andShould()
              .resideInAPackage(code.persistence()),
      MutableRow.class,
      StrayRow.class),

  NAMES_SAY_WHAT_A_CLASS_IS(
      "whatever has no name of its own has no purpose of its own",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .should(
                  ArchCondition.from(
                      haveNameEndingWithAnyOf(
                          "Util", "Utils", "Helper", "Helpers", "Impl", "Manager", "Utility"))),
      CarelessNames.class);

  private final ProvenRule proven;

  NamingRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
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

  private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> holds) {
    return ArchCondition.from(describe("be " + what, holds));
  }

  private static DescribedPredicate<JavaClass> haveNameEndingWithAnyOf(String... endings) {
    return describe(
        "have a name ending with any of " + Arrays.toString(endings),
        type -> Arrays.stream(endings).anyMatch(type.getSimpleName()::endsWith));
  }

  private static DescribedPredicate<JavaClass> implementTypesOf(String where, String ending) {
    return implementTypes(
        resideInAPackage(where)
            .and(JavaClass.Predicates.simpleNameEndingWith(ending))
            .as("…" + ending + " of " + where));
  }

  private static DescribedPredicate<JavaClass> implementTypes(DescribedPredicate<JavaClass> type) {
    return describe(
        "implement a " + type.getDescription(),
        candidate ->
            !candidate.isInterface() && candidate.getAllRawInterfaces().stream().anyMatch(type));
  }

  private static DescribedPredicate<JavaClass> areSealedAnswersOfUseCasesIn(Layout code) {
    return resideInAPackage(code.drivingPorts())
        .and(
            describe(
                "are sealed answers of use cases",
                type ->
                    type.isSealed()
                        && type.getMethodsWithReturnTypeOfSelf().stream()
                            .anyMatch(
                                method -> method.getOwner().getSimpleName().endsWith("UseCase"))));
  }
}
