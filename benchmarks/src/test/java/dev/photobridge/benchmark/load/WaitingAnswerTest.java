package dev.photobridge.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingAnswerTest {
  @Test
  void countsThoseThatWaitTogether() {
    assertThat(WaitingAnswer.mostAtOnce(List.of(waited(0, 10), waited(5, 12), waited(11, 20))))
        .isEqualTo(2);
  }

  @Test
  void whoBeginsWhenAnotherEndsDoesNotWaitWithIt() {
    assertThat(WaitingAnswer.mostAtOnce(List.of(waited(0, 10), waited(10, 20)))).isEqualTo(1);
  }

  @Test
  void countsWhatTheyGot() {
    var refused = new WaitingAnswer("status 503", 0, 1);

    assertThat(WaitingAnswer.counted(List.of(waited(0, 1), refused, waited(0, 2))))
        .containsEntry("status 504", 2L)
        .containsEntry("status 503", 1L);
  }

  private static WaitingAnswer waited(long begun, long ended) {
    return new WaitingAnswer(WaitingAnswer.TOO_LATE, begun, ended);
  }
}
