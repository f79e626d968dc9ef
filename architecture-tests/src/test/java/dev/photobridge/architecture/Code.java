package dev.photobridge.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// A kind of code that rules are about.
enum Code {
  /// What is delivered.
  MAIN("dev.photobridge.architecture.fixture.main") {
    @Override
    JavaClasses product() {
      return new ClassFileImporter()
          .withImportOption(OUTSIDE_OF_THIS_MODULE)
          .importPackages(Layout.PRODUCT.root());
    }
  },

  /// The tests of all modules, these here included.
  TESTS("dev.photobridge.architecture.fixture.tests") {
    @Override
    JavaClasses product() {
      return new ClassFileImporter()
          .withImportOption(OUTSIDE_OF_FIXTURES)
          .importPaths(ProjectFolder.compiledTests());
    }
  };

  private static final ImportOption OUTSIDE_OF_THIS_MODULE =
      location -> !location.contains("/dev/photobridge/architecture/");
  private static final ImportOption OUTSIDE_OF_FIXTURES =
      location -> !location.contains("/dev/photobridge/architecture/fixture/");

  private final Layout fixtureLayout;

  Code(String fixtureRoot) {
    this.fixtureLayout = new Layout(fixtureRoot);
  }

  /// The real classes.
  abstract JavaClasses product();

  /// Classes laid out like the product, each of them wrong in one way.
  JavaClasses fixtures() {
    return new ClassFileImporter().importPackages(fixtureLayout.root());
  }

  Layout fixtureLayout() {
    return fixtureLayout;
  }
}
