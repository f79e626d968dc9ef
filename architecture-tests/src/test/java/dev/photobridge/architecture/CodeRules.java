package dev.photobridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.photobridge.architecture.fixture.main.adapter.http.KeepsStaticState;
import dev.photobridge.architecture.fixture.main.adapter.http.OpenToAll;
import dev.photobridge.architecture.fixture.main.adapter.http.WaitsForInjection;
import dev.photobridge.architecture.fixture.main.adapter.persistence.CountsInOldDates;
import dev.photobridge.architecture.fixture.main.adapter.persistence.LogsPastTheLog;
import dev.photobridge.architecture.fixture.main.adapter.persistence.SwallowsStream;
import dev.photobridge.architecture.fixture.main.adapter.provider.gemini.ReadsEnvironment;
import dev.photobridge.architecture.fixture.main.adapter.provider.gemini.TalksToTheTerminal;
import dev.photobridge.architecture.fixture.main.adapter.provider.gemini.TurnsTheServerOff;
import java.text.DateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;

/// What no class of the product does.
enum CodeRules implements DesignRule {
  NO_FIELD_IS_INJECTED(
      "what a class needs is seen in its constructor, and nothing works half-built",
      code ->
          noFields()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(code.all())
              .should()
              .beAnnotatedWith(
                  describe(
                      "an injection",
                      annotation ->
                          Set.of("Autowired", "Inject", "PersistenceContext", "Resource", "Value")
                              .contains(annotation.getRawType().getSimpleName()))),
      WaitsForInjection.class),

  ONLY_COMMANDS_TALK_TO_THE_TERMINAL(
      "everything else is read in the log, with its time and request",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .and()
              .resideOutsideOfPackage(code.commandLine())
              .should()
              .accessTargetWhere(
                  Accesses.of(System.class, "out", "err", "console")
                      .or(Accesses.of(IO.class, "print", "println", "readln"))
                      .or(Accesses.named("printStackTrace"))),
      TalksToTheTerminal.class),

  LOGS_GO_THROUGH_SLF4J(
      "two logs have two formats, two levels and two places",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .should()
              .dependOnClassesThat(
                  belongToAnyOf(System.Logger.class)
                      .or(JavaClass.Predicates.resideInAPackage("java.util.logging.."))),
      LogsPastTheLog.class),

  TIMES_ARE_JAVA_TIME(
      "the old dates are mutable, and silent about zones",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .should()
              .dependOnClassesThat(
                  JavaClass.Predicates.assignableTo(Date.class)
                      .or(JavaClass.Predicates.assignableTo(Calendar.class))
                      .or(JavaClass.Predicates.assignableTo(DateFormat.class))
                      .or(JavaClass.Predicates.assignableTo(TimeZone.class))),
      CountsInOldDates.class),

  ADAPTERS_READ_STREAMS_IN_PIECES(
      "a photo is never whole in the heap, and any stream may be one",
      code ->
          noClasses()
              .that()
              .resideInAnyPackage(code.http(), code.providers(), code.persistence())
              .and()
              .resideOutsideOfPackage(code.ownFiles())
              .should()
              .accessTargetWhere(Accesses.ofWholeStreams()),
      SwallowsStream.class),

  PUBLIC_FIELDS_ARE_FINAL(
      "whatever changes, changes by its owner's methods",
      code ->
          fields()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(code.all())
              .and()
              .areNotPrivate()
              .should()
              .beFinal(),
      OpenToAll.class),

  STATIC_FIELDS_ARE_FINAL(
      "state in statics is shared by every server and every test of the process",
      code ->
          fields()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(code.all())
              .and()
              .areStatic()
              .should()
              .beFinal(),
      KeepsStaticState.class),

  ONLY_THE_APP_READS_THE_ENVIRONMENT(
      "configuration is one checked record; what it does not know nobody can document",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .and()
              .resideOutsideOfPackage(code.app())
              .should()
              .accessTargetWhere(
                  Accesses.of(System.class, "getenv", "getProperty", "getProperties")
                      .or(Accesses.of(Integer.class, "getInteger"))
                      .or(Accesses.of(Long.class, "getLong"))
                      .or(Accesses.of(Boolean.class, "getBoolean"))),
      ReadsEnvironment.class),

  ONLY_THE_APP_ENDS_THE_PROCESS(
      "whoever started the server stops it, jobs first",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.all())
              .and()
              .resideOutsideOfPackage(code.app())
              .should()
              .accessTargetWhere(
                  Accesses.of(System.class, "exit")
                      .or(Accesses.of(Runtime.class, "exit", "halt", "addShutdownHook"))),
      TurnsTheServerOff.class);

  private final ProvenRule proven;

  CodeRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
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
