package dev.photobridge.benchmark.load;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// What came back for a request.
///
/// @param status of HTTP
/// @param bodyLength in bytes
/// @param bodySum CRC-32 of the body
/// @param nanos from before the request's first byte was sent until the answer's last was read
public record Answer(int status, long bodyLength, long bodySum, long nanos) {
  /// Whether it is a `200` with this body.
  public boolean is(Body body) {
    return status == 200 && bodyLength == body.length() && bodySum == body.sum();
  }

  /// What a body has to be.
  ///
  /// @param sum CRC-32
  public record Body(long length, long sum) {
    /// These bytes.
    public static Body of(byte[] bytes) {
      var sum = new CRC32();
      sum.update(ByteBuffer.wrap(bytes));
      return new Body(bytes.length, sum.getValue());
    }
  }
}
