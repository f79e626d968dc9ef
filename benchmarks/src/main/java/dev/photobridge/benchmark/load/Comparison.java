package dev.photobridge.benchmark.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What was measured of all peers in one scenario. For one thread.
final class Comparison {
  private final Map<String, PeerFigures> byName = new LinkedHashMap<>();

  void add(String peer, List<Double> round) {
    byName.computeIfAbsent(peer, _ -> new PeerFigures()).add(round);
  }

  /// One of them; empty where it did not take part.
  Optional<PeerFigures> of(String peer) {
    return Optional.ofNullable(byName.get(peer));
  }

  /// The one without anything in between.
  PeerFigures direct() {
    return of(Peers.DIRECT).orElseThrow();
  }

  /// In the order in which they took turns.
  void forEach(BiConsumer<String, PeerFigures> action) {
    byName.forEach(action);
  }
}
