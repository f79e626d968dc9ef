package dev.photobridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.io.InputStream;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Calls and method references that rules speak of. A field counts as called where it is read.
final class Accesses {
  private static final Set<String> GENERATOR_FACTORIES =
      Set.of("of", "getDefault", "current", "getInstance", "getInstanceStrong");

  private Accesses() {}

  /// Reads today's time: `now()` without a clock, the system's clocks, milliseconds of the epoch.
  static DescribedPredicate<JavaAccess<?>> ofTheWallClock() {
    return accesses(
        "a wall clock",
        target ->
            isNow(target)
                || isSystemClock(target)
                || is(target, System.class, "currentTimeMillis"));
  }

  /// Reads any clock, also the one that counts nanoseconds.
  static DescribedPredicate<JavaAccess<?>> ofAnyClock() {
    return ofTheWallClock()
        .or(accesses("the monotonic clock", target -> is(target, System.class, "nanoTime")))
        .as("a clock");
  }

  /// Makes a source of chance, or uses a hidden one.
  static DescribedPredicate<JavaAccess<?>> ofChanceMadeHere() {
    return accesses(
        "chance that is made on the spot",
        target ->
            is(target, Math.class, "random")
                || is(target, UUID.class, "randomUUID")
                || makesGenerator(target));
  }

  /// Lets time pass without a signal to wait for.
  static DescribedPredicate<JavaAccess<?>> ofSleep() {
    return accesses(
        "sleep",
        target ->
            is(target, Thread.class, "sleep")
                || is(target, TimeUnit.class, "sleep")
                || target.getOwner().isEquivalentTo(LockSupport.class));
  }

  /// A member of a class, by name.
  static DescribedPredicate<JavaAccess<?>> of(Class<?> owner, String... names) {
    Set<String> known = Set.of(names);
    return accesses(
        owner.getSimpleName() + known,
        target -> target.getOwner().isEquivalentTo(owner) && known.contains(target.getName()));
  }

  /// A method of any interface in a package, except for some.
  static DescribedPredicate<JavaAccess<?>> ofInterfacesIn(String where, String... except) {
    Set<String> allowed = Set.of(except);
    var interfaces = resideInAPackage(where).and(INTERFACES);
    return accesses(
        "interfaces of " + where + " other than " + allowed,
        target ->
            interfaces.test(target.getOwner())
                && !allowed.contains(target.getOwner().getSimpleName()));
  }

  /// Reads the rest of a stream into one array.
  static DescribedPredicate<JavaAccess<?>> ofWholeStreams() {
    return accesses(
        "a whole stream",
        target ->
            target.getOwner().isAssignableTo(InputStream.class)
                && target.getName().equals("readAllBytes"));
  }

  /// A member of any class, by name.
  static DescribedPredicate<JavaAccess<?>> named(String name) {
    return accesses(name, target -> target.getName().equals(name));
  }

  private static boolean isNow(AccessTarget target) {
    return target.getOwner().getPackageName().equals("java.time")
        && target.getName().equals("now")
        && target instanceof CodeUnitAccessTarget method
        && method.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isSystemClock(AccessTarget target) {
    return (target.getOwner().isEquivalentTo(Clock.class)
            || target.getOwner().isEquivalentTo(InstantSource.class))
        && (target.getName().startsWith("system") || target.getName().startsWith("tick"));
  }

  private static boolean makesGenerator(AccessTarget target) {
    return target.getOwner().isAssignableTo(RandomGenerator.class)
        && (target.getName().equals("<init>") || GENERATOR_FACTORIES.contains(target.getName()));
  }

  private static boolean is(AccessTarget target, Class<?> owner, String name) {
    return target.getOwner().isEquivalentTo(owner) && target.getName().equals(name);
  }

  private static DescribedPredicate<JavaAccess<?>> accesses(
      String what, Predicate<AccessTarget> target) {
    return describe(what, access -> target.test(access.getTarget()));
  }
}
