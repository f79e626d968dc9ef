package dev.photobridge.adapter.provider.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds bytes, eight at a time: megabytes of pixels and of Base64 are looked through, and byte by
/// byte that takes as long as to send them.
public final class ByteSearch {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private ByteSearch() {}

  /// The place of the first such byte from `from` on, or `to` where there is none before it.
  public static int indexOf(byte wanted, byte[] in, int from, int to) {
    return indexOfEither(wanted, wanted, in, from, to);
  }

  /// The place of the first byte that is one of the two, or `to` where there is none before it.
  public static int indexOfEither(byte one, byte other, byte[] in, int from, int to) {
    long ones = (one & 0xffL) * ONES;
    long others = (other & 0xffL) * ONES;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(in, i);
      long found = zeroBytes(eight ^ ones) | zeroBytes(eight ^ others);
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < to && in[i] != one && in[i] != other) {
      i++;
    }
    return i;
  }

  /// The high bit of each zero byte; above the lowest one also of some that are not (Warren,
  /// Hacker's Delight, "Find First 0-Byte").
  private static long zeroBytes(long eight) {
    return eight - ONES & ~eight & HIGH_BITS;
  }
}
