package dev.photobridge.adapter.provider.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptRangesTest {
  private static final int LENGTH = 60;

  @Test
  void keepsExactlyWhatWasAddedInAnyOrderAndOverlap() throws Exception {
    var random = new Random(1);
    for (int round = 0; round < 500; round++) {
      var ranges = new KeptRanges();
      byte[] expected = new byte[LENGTH];
      for (int i = random.nextInt(8); i > 0; i--) {
        int start = random.nextInt(LENGTH);
        int end = start + random.nextInt(LENGTH - start) + 1;
        ranges.add(start, end);
        Arrays.fill(expected, start, end, (byte) 1);
      }
      assertThat(bytes(ranges)).isEqualTo(expected);
      int from = random.nextInt(LENGTH - 5);
      assertThat(ranges.touch(from, from + 5)).isEqualTo(hasOne(expected, from, from + 5));
      assertThat(ranges.end()).isEqualTo(Bytes.text(expected).lastIndexOf(1) + 1);
    }
  }

  private static byte[] bytes(KeptRanges ranges) throws Exception {
    byte[] ones = new byte[LENGTH];
    Arrays.fill(ones, (byte) 1);
    return Cuts.bytes(ranges.upTo(LENGTH).of(new BytesFile(ones)));
  }

  private static boolean hasOne(byte[] bytes, int from, int to) {
    return Bytes.text(Arrays.copyOfRange(bytes, from, to)).indexOf(1) >= 0;
  }
}
