package dev.photobridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule about a package says nothing once the package is renamed, so the packages have to be
/// there.
class ModulesTest {
  private static final JavaClasses PRODUCT = Code.MAIN.product();

  @ParameterizedTest
  @MethodSource("parts")
  void partOfTheDesignHasClasses(String part) {
    var inside = PackageMatcher.of(part);

    assertThat(PRODUCT.stream().filter(type -> !type.getSimpleName().equals("package-info")))
        .extracting(JavaClass::getPackageName)
        .as("packages with classes")
        .anyMatch(inside::matches);
  }

  static String[] parts() {
    return Layout.PRODUCT.parts();
  }
}
