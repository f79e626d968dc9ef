package dev.photobridge.architecture;

import com.tngtech.archunit.core.Convertible;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads from an evaluated rule which classes it reports.
final class Offences {
  private Offences() {}

  /// The names of the reported classes.
  static Set<String> offendersIn(EvaluationResult result) {
    Set<String> names = new TreeSet<>();
    result.handleViolations(
        (Collection<Object> objects, String _) ->
            objects.stream()
                .flatMap(Offences::offendersOf)
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith(".package-info"))
                .forEach(names::add));
    return names;
  }

  private static Stream<JavaClass> offendersOf(Object violation) {
    return switch (violation) {
      case JavaClass type -> Stream.of(type);
      case JavaMember member -> Stream.of(member.getOwner());
      case JavaAccess<?> access -> Stream.of(access.getOriginOwner());
      case Dependency dependency -> Stream.of(dependency.getOriginClass());
      case Convertible several ->
          several.convertTo(Dependency.class).stream().map(Dependency::getOriginClass);
      default -> throw new IllegalStateException("a violation of unknown kind: " + violation);
    };
  }
}
