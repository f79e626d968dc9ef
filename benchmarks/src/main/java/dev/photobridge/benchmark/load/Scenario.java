package dev.photobridge.benchmark.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the booths do.
///
/// @param megabytes of a photo, decimal
/// @param booths at once
/// @param providerTakes until the provider answers
/// @param postsEach how often each booth posts in a round
/// @param rounds in how many rounds the peers take turns
record Scenario(int megabytes, int booths, Duration providerTakes, int postsEach, int rounds) {
  private static final List<Integer> SIZES = List.of(10, 5, 1);
  private static final Duration LONG = Duration.ofSeconds(2);

  /// All of them, or the two that have floors.
  static List<Scenario> all(boolean quick) {
    var all = new ArrayList<Scenario>();
    for (int size : quick ? SIZES.subList(0, 1) : SIZES) {
      all.add(new Scenario(size, 1, Duration.ZERO, quick ? 15 : 30, quick ? 3 : 7));
      all.add(new Scenario(size, 16, LONG, quick ? 3 : 6, quick ? 3 : 5));
      if (!quick) {
        all.add(new Scenario(size, 64, LONG, 1, 5));
      }
    }
    return all;
  }

  int photoBytes() {
    return megabytes * 1_000_000;
  }

  String inWords() {
    return "%d MB, %d at once".formatted(megabytes, booths);
  }
}
