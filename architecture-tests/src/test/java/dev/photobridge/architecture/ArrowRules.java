package dev.photobridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import dev.photobridge.architecture.fixture.main.adapter.http.CallsDrivenPort;
import dev.photobridge.architecture.fixture.main.adapter.http.HttpReachesTooFar;
import dev.photobridge.architecture.fixture.main.adapter.persistence.PersistenceReachesTooFar;
import dev.photobridge.architecture.fixture.main.adapter.provider.gemini.ProviderReachesTooFar;
import dev.photobridge.architecture.fixture.main.adapter.provider.http.SharedSeesProvider;
import dev.photobridge.architecture.fixture.main.adapter.provider.openai.SeesAnotherProvider;
import dev.photobridge.architecture.fixture.main.application.engine.EngineReachesTooFar;
import dev.photobridge.architecture.fixture.main.application.port.in.DrivingPortReachesTooFar;
import dev.photobridge.architecture.fixture.main.application.port.out.DrivenPortReachesTooFar;
import dev.photobridge.architecture.fixture.main.application.service.ServiceReachesTooFar;
import dev.photobridge.architecture.fixture.main.domain.DomainReachesTooFar;
import dev.photobridge.architecture.fixture.main.openapi.ContractReachesTooFar;
import java.util.function.Function;

/// Which module may see which. What is not allowed here is forbidden; only the app sees everything.
enum ArrowRules implements DesignRule {
  DOMAIN_SEES_THE_JDK_ALONE(
      "the rules of the product outlive every framework",
      code -> onlySees(code.domain(), "java..", "org.jspecify.."),
      DomainReachesTooFar.class),

  APPLICATION_SEES_THE_DOMAIN_ALONE(
      "use cases say what happens, adapters with what",
      code ->
          onlySees(
              code.application(),
              code.domain(),
              "java..",
              "org.jspecify..",
              "com.google.errorprone.annotations.."),
      ServiceReachesTooFar.class),

  DRIVING_PORTS_SEE_PORTS_AND_DOMAIN(
      "a caller must not depend on how its use case is done",
      code -> ofOursOnlySees(code, code.drivingPorts(), code.drivenPorts(), code.domain()),
      DrivingPortReachesTooFar.class),

  DRIVEN_PORTS_SEE_THE_DOMAIN(
      "what is needed of the outside is independent of who asks for it",
      code -> ofOursOnlySees(code, code.drivenPorts(), code.domain()),
      DrivenPortReachesTooFar.class),

  ENGINE_SEES_DRIVEN_PORTS_AND_DOMAIN(
      "the engine runs jobs, whichever use case asked for them",
      code -> ofOursOnlySees(code, code.engine(), code.drivenPorts(), code.domain()),
      EngineReachesTooFar.class),

  CONTRACT_SEES_NOTHING_OF_OURS(
      "the contract is written for its callers, not after our classes",
      code -> ofOursOnlySees(code, code.openapi()),
      ContractReachesTooFar.class),

  HTTP_SEES_PORTS_DOMAIN_AND_CONTRACT(
      "a handler parses, calls a use case and renders; services, the engine and other adapters are"
          + " wired by the app",
      code -> ofOursOnlySees(code, code.http(), code.ports(), code.domain(), code.openapi()),
      HttpReachesTooFar.class),

  HTTP_CALLS_NO_DRIVEN_PORTS(
      "a handler that reaches storage by itself goes past the use case; files it is handed it may"
          + " read",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.http())
              .should()
              .accessTargetWhere(
                  Accesses.ofInterfacesIn(code.drivenPorts(), "ByteSource", "StoredFile")),
      CallsDrivenPort.class),

  PROVIDERS_SEE_DRIVEN_PORTS_AND_DOMAIN(
      "a provider knows nothing of queues, slots' storage, or who asked",
      code -> ofOursOnlySees(code, code.providers(), code.drivenPorts(), code.domain()),
      ProviderReachesTooFar.class),

  PROVIDERS_DO_NOT_SEE_EACH_OTHER(
      "a provider is added or removed by its package alone",
      code ->
          slices()
              .matching(code.provider())
              .should()
              .notDependOnEachOther()
              .ignoreDependency(alwaysTrue(), resideInAnyPackage(code.sharedByProviders())),
      SeesAnotherProvider.class,
      SharedSeesProvider.class),

  PERSISTENCE_SEES_DRIVEN_PORTS_AND_DOMAIN(
      "storage keeps what it is given and decides nothing",
      code -> ofOursOnlySees(code, code.persistence(), code.drivenPorts(), code.domain()),
      PersistenceReachesTooFar.class);

  private final ProvenRule proven;

  ArrowRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
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

  private static ArchRule onlySees(String from, String... to) {
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(from).or(resideInAnyPackage(to)));
  }

  private static ArchRule ofOursOnlySees(Layout code, String from, String... to) {
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(code.all())
                .or(resideInAnyPackage(from))
                .or(resideInAnyPackage(to)));
  }
}
