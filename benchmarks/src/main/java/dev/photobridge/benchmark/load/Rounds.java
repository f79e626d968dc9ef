package dev.photobridge.benchmark.load;

import java.io.IOException;
import java.util.List;

/// Lets the peers take turns with one photo. For one thread.
final class Rounds {
  private final List<Turn> turns;

  Rounds(List<Peer> peers, byte[] photo) {
    turns = peers.stream().map(peer -> new Turn(peer, peer.request().apply(photo))).toList();
  }

  /// Posts without looking at the time, so that the programs are compiled when it counts.
  void warmUp(int posts) throws IOException, InterruptedException {
    for (Turn turn : turns) {
      var _ = turn.posts(1, posts);
    }
  }

  /// Measures.
  ///
  /// @throws IllegalStateException when an answer was not right
  Comparison run(Scenario scenario) throws IOException, InterruptedException {
    var figures = new Comparison();
    for (int round = 0; round < scenario.rounds(); round++) {
      for (Turn turn : turns) {
        figures.add(turn.peer.name(), turn.posts(scenario.booths(), scenario.postsEach()));
      }
    }
    return figures;
  }

  private record Turn(Peer peer, PreparedRequest request) {
    /// Each turn has connections of its own: who waits for the others' turns loses them.
    List<Double> posts(int booths, int each) throws IOException, InterruptedException {
      try (var crowd = new Crowd(request, peer.expected())) {
        return crowd.run(booths, each).timesOf(peer.name());
      }
    }
  }
}
