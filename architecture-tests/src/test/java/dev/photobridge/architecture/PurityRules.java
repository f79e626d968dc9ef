package dev.photobridge.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANNOTATIONS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.photobridge.architecture.fixture.main.application.service.OpensFilePaths;
import dev.photobridge.architecture.fixture.main.application.service.SpeaksSqlOrHttp;
import dev.photobridge.architecture.fixture.main.domain.BearsForeignAnnotation;
import dev.photobridge.architecture.fixture.main.domain.HoldsClock;
import dev.photobridge.architecture.fixture.main.domain.StartsThread;
import dev.photobridge.architecture.fixture.main.domain.UsesMachinery;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Function;

/// What the domain and the application leave to others.
enum PurityRules implements DesignRule {
  DOMAIN_ONLY_CALCULATES(
      "the domain needs no files, networks, databases, locks or pixels to decide",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.domain())
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage("java..", "javax..", "jdk..", "com.sun..", "sun..")
                      .and(
                          resideOutsideOfPackages(
                              "java.lang..",
                              "java.math",
                              "java.time..",
                              "java.util",
                              "java.util.function",
                              "java.util.random",
                              "java.util.regex",
                              "java.util.stream"))),
      UsesMachinery.class),

  DOMAIN_STARTS_NO_THREADS(
      "who runs what, and when, is the engine's business",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.domain())
              .should()
              .dependOnClassesThat(
                  belongToAnyOf(
                      Thread.class,
                      ThreadLocal.class,
                      ScopedValue.class,
                      Runtime.class,
                      Process.class,
                      ProcessBuilder.class)),
      StartsThread.class),

  DOMAIN_TAKES_TIMES_NOT_CLOCKS(
      "a decision that is given its moment can be checked for every moment",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.domain())
              .should()
              .dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class)),
      HoldsClock.class),

  DOMAIN_BEARS_NO_FOREIGN_ANNOTATIONS(
      "annotations are how frameworks get in",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.domain())
              .should()
              .dependOnClassesThat(
                  ANNOTATIONS.and(resideOutsideOfPackages("java.lang..", "org.jspecify.."))),
      BearsForeignAnnotation.class),

  APPLICATION_KNOWS_NO_FILE_PATHS(
      "where a photo lies is the media store's business; it may be no file at all",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.application())
              .should()
              .dependOnClassesThat(
                  resideInAPackage("java.nio.file..")
                      .or(
                          belongToAnyOf(
                              File.class,
                              FileChannel.class,
                              FileInputStream.class,
                              FileOutputStream.class,
                              FileReader.class,
                              FileWriter.class,
                              RandomAccessFile.class))),
      OpensFilePaths.class),

  APPLICATION_SPEAKS_NO_SQL_AND_NO_HTTP(
      "databases and networks are adapters' business",
      code ->
          noClasses()
              .that()
              .resideInAPackage(code.application())
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("java.sql..", "java.net.."),
      SpeaksSqlOrHttp.class);

  private final ProvenRule proven;

  PurityRules(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
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
