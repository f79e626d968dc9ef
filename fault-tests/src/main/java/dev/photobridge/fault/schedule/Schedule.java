package dev.photobridge.fault.schedule;

import dev.photobridge.fault.provider.ProviderFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The order of faults. The same seed and the same wishes give the same order.
///
/// @param steps one after the other
public record Schedule(List<Step> steps) {
  private static final int LONGEST_PAUSE_MS = 1_500;

  /// What shall be broken.
  ///
  /// @param kills of nodes, all together
  /// @param killsAtOnce kills that follow each other without waiting for full recovery
  /// @param others all other faults, as often as each shall come
  public record Wishes(int kills, int killsAtOnce, List<Fault> others) {
    public Wishes {
      others = List.copyOf(others);
      if (kills < 0 || killsAtOnce < 1) {
        throw new IllegalArgumentException("nothing can be broken less than never");
      }
    }
  }

  public Schedule {
    steps = List.copyOf(steps);
  }

  /// Makes one.
  public static Schedule of(long seed, Wishes wishes) {
    var faults = new ArrayList<Fault>();
    for (int left = wishes.kills(); left > 0; left -= wishes.killsAtOnce()) {
      faults.add(new Fault.Kills(Math.min(left, wishes.killsAtOnce())));
    }
    faults.addAll(wishes.others());
    var random = new Random(seed);
    Collections.shuffle(faults, random);
    return new Schedule(
        faults.stream()
            .map(
                fault ->
                    new Step(
                        fault,
                        Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MS)),
                        random.nextLong()))
            .toList());
  }

  /// Everything but kills that can be over within some seconds.
  public static List<Fault> quickOnes() {
    return everything().stream().filter(fault -> !isSlow(fault)).toList();
  }

  private static boolean isSlow(Fault fault) {
    return switch (fault) {
      case Fault.Freeze _, Fault.Restart _ -> true;
      case Fault.Provider(var kind) ->
          kind == ProviderFault.HANG || kind == ProviderFault.SLOW_DRIP;
      case Fault.Kills _, Fault.Database _, Fault.DiskFull _, Fault.BoothsLeave _ -> false;
    };
  }

  /// Everything but kills, once.
  public static List<Fault> everything() {
    var faults = new ArrayList<Fault>();
    faults.add(new Fault.Freeze());
    faults.add(new Fault.Restart());
    faults.add(new Fault.DiskFull());
    faults.add(new Fault.BoothsLeave());
    List.of(DatabaseFault.values()).forEach(kind -> faults.add(new Fault.Database(kind)));
    List.of(ProviderFault.values()).forEach(kind -> faults.add(new Fault.Provider(kind)));
    return faults;
  }
}
