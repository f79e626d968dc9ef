package dev.photobridge.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.function.Predicate;

/// How adapters are named after the ports that they implement.
final class AdapterNames {
  private AdapterNames() {}

  /// Holds for `JdbiSlotRepository`, which implements `SlotRepository`: something, then the port.
  static Predicate<JavaClass> endWithTheirPort(Layout code) {
    var port = resideInAPackage(code.drivenPorts());
    return adapter ->
        adapter.getAllRawInterfaces().stream()
            .filter(port)
            .map(JavaClass::getSimpleName)
            .anyMatch(noun -> isLongerBy(adapter.getSimpleName(), noun));
  }

  private static boolean isLongerBy(String name, String noun) {
    return name.endsWith(noun) && name.length() > noun.length();
  }
}
