package dev.photobridge.domain.slot;

import java.util.List;

/// How it went with a photo that came to a slot.
public enum PhotoEnd {
  /// It was processed before the booth's time was over.
  IN_TIME,
  /// It was processed, but too late for the booth.
  LATE,
  /// It was not processed.
  FAILED;

  /// How many of these did not go as they should.
  public static int wrong(List<PhotoEnd> ends) {
    return (int) ends.stream().filter(end -> end != IN_TIME).count();
  }
}
