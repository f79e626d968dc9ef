package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.domain.stats.ResponseTimes;
import java.nio.ByteBuffer;

/// Response times as the columns `response_times` hold them: for each bin that is not empty its
/// number (2 bytes) and its count (4 bytes). Several such values one after the other are their sum.
final class StoredResponseTimes {
  private static final int ENTRY = Short.BYTES + Integer.BYTES;

  private StoredResponseTimes() {}

  static byte[] write(ResponseTimes times) {
    ByteBuffer bytes = ByteBuffer.allocate(ENTRY * times.bins());
    times.forEach(
        (bin, count) ->
            bytes.putShort((short) bin).putInt((int) Math.min(count, Integer.MAX_VALUE)));
    return bytes.array();
  }

  static ResponseTimes read(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    var times = new ResponseTimes.Builder();
    while (bytes.hasRemaining()) {
      times.add(bytes.getShort(), bytes.getInt());
    }
    return times.build();
  }
}
