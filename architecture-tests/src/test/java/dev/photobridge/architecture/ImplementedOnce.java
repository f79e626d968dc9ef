package dev.photobridge.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/// Holds for a type that one class of a package implements, neither none nor several.
final class ImplementedOnce extends ArchCondition<JavaClass> {
  private final String where;

  ImplementedOnce(String where) {
    super("be implemented by one class in " + where);
    this.where = where;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    List<String> found =
        type.getAllSubclasses().stream()
            .filter(resideInAPackage(where))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    String message =
        "%s is implemented by %d classes: %s".formatted(type.getName(), found.size(), found);
    events.add(new SimpleConditionEvent(type, found.size() == 1, message));
  }
}
