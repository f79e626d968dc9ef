package dev.photobridge.adapter.http.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Slows down whoever guesses passwords: ten wrong ones for a name from an address within five
/// minutes, and that address has to wait with that name. Other addresses are not affected, so that
/// nobody can lock an operator out. Kept in memory only. Safe for use by many threads.
public final class SignInThrottle {
  private static final int FAILURES = 10;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  // checking a password takes so long that nobody can push an entry out before its five minutes end
  private static final int MAX_ENTRIES = 10_000;

  private final InstantSource clock;
  private final SequencedMap<Who, Deque<Instant>> attempts = new LinkedHashMap<>();

  /// Nobody has failed yet.
  public SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /// Asks to try a password. A try counts as wrong from here on, unless [#forget] or [#undo]
  /// follows, so that many at once can't slip through.
  ///
  /// @return how long to wait, or empty to go ahead
  public synchronized Optional<Duration> begin(String username, String address) {
    Instant now = clock.instant();
    var who = new Who(username, address);
    Deque<Instant> times = attempts.computeIfAbsent(who, _ -> new ArrayDeque<>(FAILURES));
    times.removeIf(time -> time.isAfter(now) || !time.isAfter(now.minus(WINDOW)));
    if (times.size() >= FAILURES) {
      return Optional.of(Duration.between(now, times.getFirst().plus(WINDOW)));
    }
    times.addLast(now);
    dropOldest();
    return Optional.empty();
  }

  /// The password was right: earlier wrong ones no longer count.
  public synchronized void forget(String username, String address) {
    attempts.remove(new Who(username, address));
  }

  /// The password was not looked at: the try does not count.
  public synchronized void undo(String username, String address) {
    Deque<Instant> times = attempts.get(new Who(username, address));
    if (times != null) {
      times.pollLast();
    }
  }

  /// How many names and addresses are being watched.
  synchronized int size() {
    return attempts.size();
  }

  private void dropOldest() {
    if (attempts.size() > MAX_ENTRIES) {
      attempts.pollFirstEntry();
    }
  }

  private record Who(String username, String address) {}
}
