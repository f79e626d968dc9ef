package dev.photobridge.adapter.provider.image;

import java.util.Arrays;

/// Where the markers of a JPEG are, found while its bytes pass by. Bytes that only look like
/// markers, as in thumbnails, are among them; those within pixel data are not. Gives up where there
/// are too many, and on what is no JPEG. For one thread.
final class MarkerPlaces {
  private static final int MOST = 4096;
  private static final byte FILL = (byte) 0xFF;
  private static final byte START_OF_IMAGE = (byte) JpegSegment.START_OF_IMAGE;

  private long[] places = new long[64];
  private int count;
  private long passed;
  private boolean lastWasFill;
  private boolean givenUp;

  /// Looks at the next bytes.
  void pass(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    while (at < end && !givenUp) {
      if (lastWasFill) {
        code(bytes[at], passed + at - offset);
        at++;
      } else if (passed == 0 && at == offset && bytes[at] != FILL) {
        givenUp = true;
      } else {
        at = ByteSearch.indexOf(FILL, bytes, at, end);
        lastWasFill = at < end;
        at++;
      }
    }
    passed += length;
  }

  private void code(byte code, long place) {
    lastWasFill = code == FILL;
    if (place == 1 && code != START_OF_IMAGE) {
      givenUp = true;
    } else if (!lastWasFill && !JpegSegments.isWithinPixels(code & 0xFF)) {
      add(place - 1);
    }
  }

  private void add(long place) {
    if (count == MOST) {
      givenUp = true;
      return;
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
    }
    places[count++] = place;
  }

  /// Whether these are all of a file of this size.
  boolean areOf(long size) {
    return !givenUp && passed == size;
  }

  /// Where the first marker from this place on begins, or how many bytes passed if there is none.
  long next(long from) {
    int found = Arrays.binarySearch(places, 0, count, from);
    int index = found < 0 ? -found - 1 : found;
    return index < count ? places[index] : passed;
  }
}
