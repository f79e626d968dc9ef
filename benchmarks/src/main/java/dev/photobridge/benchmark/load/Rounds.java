package dev.photobridge.benchmark.load;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets the peers take turns with one photo. For one thread.
final class Rounds implements AutoCloseable {
  private final Map<String, Crowd> crowds = new LinkedHashMap<>();

  Rounds(List<Peer> peers, byte[] photo) {
    for (Peer peer : peers) {
      crowds.put(peer.name(), new Crowd(peer.request().apply(photo), peer.expected()));
    }
  }

  /// Posts without looking at the time, so that the programs are compiled when it counts.
  void warmUp(int posts) throws InterruptedException {
    for (Map.Entry<String, Crowd> peer : crowds.entrySet()) {
      var _ = peer.getValue().run(1, posts).timesOf(peer.getKey());
    }
  }

  /// Measures.
  ///
  /// @throws IllegalStateException when an answer was not right
  Comparison run(Scenario scenario) throws InterruptedException {
    var figures = new Comparison();
    for (int round = 0; round < scenario.rounds(); round++) {
      for (Map.Entry<String, Crowd> peer : crowds.entrySet()) {
        Crowd.Run run = peer.getValue().run(scenario.booths(), scenario.postsEach());
        figures.add(peer.getKey(), run.timesOf(peer.getKey()));
      }
    }
    return figures;
  }

  @Override
  public void close() throws IOException {
    for (Crowd crowd : crowds.values()) {
      crowd.close();
    }
  }
}
