package dev.photobridge.fault;

import com.google.errorprone.annotations.FormatMethod;
import dev.photobridge.fault.booth.BoothCrowd;
import dev.photobridge.fault.installation.Conditions;
import dev.photobridge.fault.ledger.FaultTime;
import dev.photobridge.fault.schedule.Fault;
import dev.photobridge.fault.schedule.Schedule;
import dev.photobridge.fault.schedule.Step;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes the faults of a schedule, one after the other, under the load of the booths.
final class FaultSequence {
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(90);
  private static final Duration LONGEST_WINDOW = Duration.ofSeconds(60);
  private static final int MOST_WINDOWS = 4;

  private final FaultInjector injector;
  private final BoothCrowd booths;
  private final InstantSource clock;
  private final int window;
  private final Consumer<String> progress;
  private final List<FaultRecord> records = new ArrayList<>();
  private final List<FaultTime> times = new ArrayList<>();

  /// @param window photos of each booth over which rates are measured
  /// @param progress is told what goes on
  FaultSequence(
      FaultInjector injector,
      BoothCrowd booths,
      InstantSource clock,
      int window,
      Consumer<String> progress) {
    this.injector = injector;
    this.booths = booths;
    this.clock = clock;
    this.window = window;
    this.progress = progress;
  }

  /// What was made, in its order.
  List<FaultRecord> records() {
    return List.copyOf(records);
  }

  /// When something was broken.
  List<FaultTime> times() {
    return List.copyOf(times);
  }

  /// Makes them all, and after each waits for recovery and measures.
  void measured(Schedule schedule) throws IOException, SQLException, InterruptedException {
    warmUp();
    // what was just started is slower than it will be
    rate();
    double before = rate();
    say("warm: %.1f photos/s", before);
    for (Step step : schedule.steps()) {
      if (isPossible(step.fault())) {
        before = measured(step, before);
      }
    }
  }

  /// Makes them all, one on top of the other, and waits for recovery at the end.
  void rushed(Schedule schedule) throws IOException, SQLException, InterruptedException {
    warmUp();
    Instant from = clock.instant();
    var notes = new ArrayList<String>();
    for (Step step : schedule.steps()) {
      if (isPossible(step.fault())) {
        Conditions.pause(step.pause());
        notes.add(injector.inject(step));
        say("%s %s", step.fault().title(), notes.getLast());
        records.add(
            new FaultRecord(step.fault(), notes.getLast(), true, Duration.ZERO, 0, List.of()));
      }
    }
    Instant over = clock.instant();
    boolean recovered = booths.awaitAllServed(over, LONGEST_RECOVERY);
    Instant end = clock.instant();
    times.add(new FaultTime("everything", from, end));
    FaultRecord last = records.removeLast();
    records.add(
        new FaultRecord(
            last.fault(), last.note(), recovered, Duration.between(over, end), 0, List.of()));
  }

  private void warmUp() {
    booths.awaitAllServed(Instant.EPOCH, LONGEST_RECOVERY);
  }

  private boolean isPossible(Fault fault) {
    Optional<String> obstacle = injector.obstacle(fault);
    obstacle.ifPresent(why -> say("%s is skipped: %s", fault.title(), why));
    return obstacle.isEmpty();
  }

  /// @return the rate to hold the next fault's against
  private double measured(Step step, double before)
      throws IOException, SQLException, InterruptedException {
    Conditions.pause(step.pause());
    Instant from = clock.instant();
    String note = injector.inject(step);
    Instant over = clock.instant();
    boolean recovered = booths.awaitAllServed(over, LONGEST_RECOVERY);
    Duration recovery = Duration.between(over, clock.instant());
    times.add(new FaultTime(step.fault().title(), from, clock.instant()));
    List<Double> after = ratesAfter(before);
    var record = new FaultRecord(step.fault(), note, recovered, recovery, before, after);
    records.add(record);
    say(
        "%s (%d) %s: all booths served %s after %.1f s; %.2f -> %.2f photos/s (%.2f)",
        step.fault().title(),
        record.times(),
        note,
        recovered ? "again" : "NOT again",
        recovery.toMillis() / 1e3,
        before,
        after.getLast(),
        record.ratio());
    return after.getLast();
  }

  private List<Double> ratesAfter(double before) {
    var rates = new ArrayList<Double>();
    do {
      rates.add(rate());
    } while (rates.getLast() < Recovery.SAME_RATE * before && rates.size() < MOST_WINDOWS);
    return rates;
  }

  private double rate() {
    return booths.rate(window, LONGEST_WINDOW);
  }

  @FormatMethod
  private void say(String format, Object... values) {
    progress.accept(String.format(Locale.ROOT, format, values));
  }
}
