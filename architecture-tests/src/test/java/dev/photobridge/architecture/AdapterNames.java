package dev.photobridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// How adapters are named after the ports that they implement.
final class AdapterNames {
  private static final Pattern LAST_WORD = Pattern.compile(".*(?=[A-Z])");

  private AdapterNames() {}

  /// The driven ports that an adapter is named after; bytes come from too many things for that.
  static DescribedPredicate<JavaClass> portsOf(Layout code) {
    return resideInAPackage(code.drivenPorts()).and(not(simpleName("ByteSource")));
  }

  /// Holds for `JdbiSlotRepository`, which implements `SlotRepository`: something of its own, then
  /// at least the last word of the port.
  static Predicate<JavaClass> endAsTheirPort(Layout code) {
    return adapter ->
        adapter.getAllRawInterfaces().stream()
            .filter(portsOf(code))
            .map(JavaClass::getSimpleName)
            .anyMatch(noun -> endsAs(adapter.getSimpleName(), noun));
  }

  private static boolean endsAs(String name, String noun) {
    String lastWord = LAST_WORD.matcher(noun).replaceFirst("");
    return name.endsWith(lastWord) && !name.equals(lastWord) && !name.equals(noun);
  }
}
