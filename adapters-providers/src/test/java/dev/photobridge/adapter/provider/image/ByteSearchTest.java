package dev.photobridge.adapter.provider.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
  private static final byte FF = (byte) 0xff;

  @Test
  void findsTheFirstOfSeveral() {
    var bytes = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, FF, 3, FF};

    assertThat(ByteSearch.indexOf(FF, bytes, 0, bytes.length)).isEqualTo(9);
    assertThat(ByteSearch.indexOf((byte) 3, bytes, 0, bytes.length)).isEqualTo(2);
    assertThat(ByteSearch.indexOf((byte) 3, bytes, 3, bytes.length)).isEqualTo(10);
  }

  @Test
  void endsWhereItIsToldTo() {
    var bytes = new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, FF, FF, FF, FF, FF, FF};

    assertThat(ByteSearch.indexOf(FF, bytes, 0, 10)).isEqualTo(10);
    assertThat(ByteSearch.indexOf(FF, bytes, 4, 4)).isEqualTo(4);
  }

  /// Bytes of few values, so that neighbours differ by one and by the sign, where looking at eight
  /// at once could go wrong.
  @Test
  void findsWhatLookingAtEachByteFinds() {
    var random = new Random(7);
    byte[] values = {-1, -2, 0, 1, 127, -128, '"', '\\', '!', '#'};
    for (int round = 0; round < 20_000; round++) {
      var bytes = new byte[random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = random.nextInt(4) == 0 ? values[random.nextInt(values.length)] : (byte) 'A';
      }
      int from = random.nextInt(bytes.length + 1);
      byte one = values[random.nextInt(values.length)];
      byte other = values[random.nextInt(values.length)];

      assertThat(ByteSearch.indexOfEither(one, other, bytes, from, bytes.length))
          .isEqualTo(byteByByte(one, other, bytes, from));
    }
  }

  private static int byteByByte(byte one, byte other, byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != one && bytes[i] != other) {
      i++;
    }
    return i;
  }
}
