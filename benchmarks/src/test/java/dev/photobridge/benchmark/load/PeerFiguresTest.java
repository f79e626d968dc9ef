package dev.photobridge.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerFiguresTest {
  @Test
  void theMedianIsThatOfTheRoundsMedians() {
    PeerFigures peer = figures(List.of(1.0, 2.0, 30.0), List.of(4.0, 4.0, 4.0), List.of(9.0));

    assertThat(peer.median()).isEqualTo(4);
    assertThat(peer.percentile(100)).isEqualTo(30);
  }

  @Test
  void whatIsAddedIsTakenRoundByRound() {
    PeerFigures direct = figures(List.of(10.0), List.of(100.0), List.of(12.0));
    PeerFigures peer = figures(List.of(15.0), List.of(105.0), List.of(19.0));

    assertThat(peer.added(direct)).isEqualTo(5);
    assertThat(peer.median() - direct.median()).isEqualTo(7);
  }

  @SafeVarargs
  private static PeerFigures figures(List<Double>... rounds) {
    var figures = new PeerFigures();
    for (List<Double> round : rounds) {
      figures.add(round);
    }
    return figures;
  }
}
