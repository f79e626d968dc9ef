package dev.photobridge.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByteSizeTest {
  @Test
  void countsMegabytesOfTwoToTheTwentieth() {
    assertThat(ByteSize.ofMegabytes(20)).isEqualTo(new ByteSize(20_971_520));
    assertThat(new ByteSize(20_971_519).megabytes()).isEqualTo(19);
    assertThat(new ByteSize(20_971_520).megabytes()).isEqualTo(20);
  }

  @Test
  void exceedsOnlyWhatIsSmaller() {
    var limit = new ByteSize(10);

    assertThat(new ByteSize(9).exceeds(limit)).isFalse();
    assertThat(new ByteSize(10).exceeds(limit)).isFalse();
    assertThat(new ByteSize(11).exceeds(limit)).isTrue();
  }

  @Test
  void isNeverNegative() {
    assertThatThrownBy(() -> new ByteSize(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ByteSize.ofMegabytes(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }
}
