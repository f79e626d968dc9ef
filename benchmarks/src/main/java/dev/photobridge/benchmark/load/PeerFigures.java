package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.report.Samples;
import java.util.ArrayList;
import java.util.List;

/// What was measured of one peer in one scenario, in milliseconds, round by round. For one thread.
final class PeerFigures {
  private final List<List<Double>> rounds = new ArrayList<>();

  void add(List<Double> round) {
    rounds.add(round);
  }

  /// The median of the rounds' medians.
  double median() {
    return medians().median();
  }

  /// How far the rounds' medians spread.
  double spread() {
    return medians().interquartileRange();
  }

  /// Of all posts.
  double percentile(double percent) {
    return Samples.of(rounds.stream().flatMap(List::stream).toList()).percentile(percent);
  }

  /// How much longer than another peer it took: the median of the differences, round by round, so
  /// that what slows both down for a while does not count.
  double added(PeerFigures other) {
    var differences = new ArrayList<Double>();
    for (int i = 0; i < rounds.size(); i++) {
      differences.add(
          Samples.of(rounds.get(i)).median() - Samples.of(other.rounds.get(i)).median());
    }
    return Samples.of(differences).median();
  }

  private Samples medians() {
    return Samples.of(rounds.stream().map(round -> Samples.of(round).median()).toList());
  }
}
