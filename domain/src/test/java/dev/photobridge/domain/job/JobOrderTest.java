package dev.photobridge.domain.job;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobOrderTest {
  private final JobOrder order = anOrder().build();

  @Test
  void isLateOnceTheTimeToAnswerIsOver() {
    Instant answerBy = RECEIVED_AT.plusSeconds(48);

    assertThat(order.isLateAt(RECEIVED_AT)).isFalse();
    assertThat(order.isLateAt(answerBy)).isFalse();
    assertThat(order.isLateAt(answerBy.plusNanos(1))).isTrue();
  }

  @Test
  void isExpiredFromTheEndOfItsLifetimeOn() {
    Instant expiresAt = RECEIVED_AT.plusSeconds(600);

    assertThat(order.isExpiredAt(expiresAt.minusNanos(1))).isFalse();
    assertThat(order.isExpiredAt(expiresAt)).isTrue();
  }

  @Test
  void isReceivedThenAnsweredThenGivenUp() {
    var answeredBeforeReceipt = anOrder().withAnswerWithin(Duration.ofNanos(-1));
    var givenUpBeforeTheAnswer = anOrder().withLifetime(Duration.ofSeconds(47));
    var allAtOnce = anOrder().withAnswerWithin(Duration.ZERO).withLifetime(Duration.ZERO);

    assertThatThrownBy(answeredBeforeReceipt::build).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(givenUpBeforeTheAnswer::build).isInstanceOf(IllegalArgumentException.class);
    assertThat(allAtOnce.build().expiresAt()).isEqualTo(RECEIVED_AT);
  }

  @Test
  void keepsItsOwnCopyOfTheFields() {
    var fields = new HashMap<>(Map.of("name", "IMG_0001.JPG"));
    var kept = anOrder().withFields(fields).build();
    fields.clear();

    assertThat(kept.fields()).containsExactly(Map.entry("name", "IMG_0001.JPG"));
  }
}
