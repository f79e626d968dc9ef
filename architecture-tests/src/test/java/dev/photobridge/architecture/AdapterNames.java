package dev.photobridge.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// How adapters are named after the ports that they implement.
final class AdapterNames {
  private static final Pattern LAST_WORD = Pattern.compile(".*(?=[A-Z])");

  private AdapterNames() {}

  /// Holds for `JdbiSlotRepository`, which implements `SlotRepository`: something of its own, then
  /// at least the last word of the port.
  static Predicate<JavaClass> endAsTheirPort(Layout code) {
    var port = resideInAPackage(code.drivenPorts());
    return adapter ->
        adapter.getAllRawInterfaces().stream()
            .filter(port)
            .map(JavaClass::getSimpleName)
            .anyMatch(noun -> endsAs(adapter.getSimpleName(), noun));
  }

  private static boolean endsAs(String name, String noun) {
    String lastWord = LAST_WORD.matcher(noun).replaceFirst("");
    return name.endsWith(lastWord) && !name.equals(lastWord) && !name.equals(noun);
  }
}
