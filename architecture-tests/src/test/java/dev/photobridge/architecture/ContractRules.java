package dev.photobridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.photobridge.architecture.fixture.main.app.AppUsesContract;
import dev.photobridge.architecture.fixture.main.app.OutsideHandler;
import dev.photobridge.architecture.fixture.main.openapi.api.ForgottenApi;
import dev.photobridge.architecture.fixture.main.openapi.api.HandledTwiceApi;
import java.util.function.Function;

/// How the contract and those who serve it stay together.
enum ContractRules implements DesignRule {
  GENERATED_SHAPES_STAY_AT_THE_HTTP_EDGE(
      "the wire and the product change for different reasons",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .and()
              .resideOutsideOfPackages(code.http(), code.openapi())
              .should()
              .dependOnClassesThat()
              .resideInAPackage(code.openapi()),
      AppUsesContract.class,
      OutsideHandler.class),

  TAGS_OF_THE_CONTRACT_HAVE_ONE_HANDLER(
      "what the contract offers is served, and one place says how",
      code ->
          classes()
              .that()
              .resideInAPackage(code.contractInterfaces())
              .and()
              .haveSimpleNameEndingWith("Api")
              .should(new ImplementedOnce(code.http())),
      ForgottenApi.class,
      HandledTwiceApi.class);

  private final ProvenRule proven;

  ContractRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
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
