package dev.photobridge.architecture;

import com.google.errorprone.annotations.Immutable;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A rule, why it is one, and the classes that prove that it can fail.
///
/// @param reason completes "because …"
/// @param definition the rule below a given root
/// @param fixtures classes that break it on purpose; one with nested classes stands for all of
///   those
@Immutable
@SuppressWarnings("Immutable") // definitions are functions without state, the list is copied
record ProvenRule(String reason, Function<Layout, ArchRule> definition, List<Class<?>> fixtures) {
  ProvenRule(String reason, Function<Layout, ArchRule> definition, Class<?>... fixtures) {
    this(reason, definition, List.of(fixtures));
  }

  ProvenRule {
    fixtures = List.copyOf(fixtures);
  }

  ArchRule in(Layout layout) {
    return definition.apply(layout).because(reason);
  }

  /// The names of all classes that the rule has to report among the fixtures.
  Set<String> offenders() {
    return fixtures.stream()
        .flatMap(ProvenRule::classesOf)
        .map(Class::getName)
        .collect(Collectors.toSet());
  }

  private static Stream<Class<?>> classesOf(Class<?> fixture) {
    Class<?>[] nested = fixture.getDeclaredClasses();
    return nested.length == 0 ? Stream.of(fixture) : Arrays.stream(nested);
  }
}
