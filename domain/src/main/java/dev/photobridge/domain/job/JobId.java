package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;
import java.util.UUID;

/// Names a job.
public record JobId(UUID value) {
  /// "result" in letters: leaves the bits alone that say what kind of UUID it is.
  private static final long RESULT = 0x726573756c74L;

  /// The name of this job's result, always the same: so it is found again when the server died
  /// after the result was kept and before the job was told.
  public MediaId result() {
    return new MediaId(
        new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() ^ RESULT));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
