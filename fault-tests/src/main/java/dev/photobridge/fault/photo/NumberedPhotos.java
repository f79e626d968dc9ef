package dev.photobridge.fault.photo;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// Photos with a number each, known again by their compressed pixels alone: whatever happens to a
/// file's metadata on the way does not matter. Safe for use by many threads.
public final class NumberedPhotos {
  /// Every so many photos one is large.
  private static final int LARGE_EVERY = 25;

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  /// Makes the photo of this number, as a JPEG; the same one each time.
  public byte[] photo(int number) {
    boolean large = number % LARGE_EVERY == 0;
    byte[] photo = large ? NoiseImage.jpeg(1000, 750, number) : NoiseImage.jpeg(160, 120, number);
    numbers.put(JpegScan.digest(photo).orElseThrow(), number);
    return photo;
  }

  /// Which photo this is; empty where it is none that was made here.
  public OptionalInt numberOf(byte[] received) {
    Integer number = JpegScan.digest(received).map(numbers::get).orElse(null);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// The result of a call for a photo: another one for each call.
  ///
  /// @param call counted from 1
  public static byte[] result(int number, int call) {
    return NoiseImage.jpeg(120 + call, 90, ((long) call << 32) + number);
  }
}
