package dev.photobridge.domain.slot;

import java.util.List;

/// How a slot does, told in one word.
public enum SlotState {
  /// Nobody has set it up.
  FREE,
  /// Its next photo will be processed, as far as is known.
  READY,
  /// It has photos in work.
  RUNNING,
  /// What came to it lately was not processed in time.
  FAILING;

  /// How many of the latest photos count.
  public static final int LATEST = 5;

  private static final int IN_A_ROW = 2;

  /// The word for this slot. Failing goes before running: a slot that fails again and again has
  /// photos in work, too.
  ///
  /// @param configured whether it is set up
  /// @param working whether it has photos in work
  /// @param latest how its photos of late ended, the latest first; no more than [#LATEST] count
  public static SlotState of(boolean configured, boolean working, List<PhotoEnd> latest) {
    if (!configured) {
      return FREE;
    }
    if (isFailing(latest.stream().limit(LATEST).toList())) {
      return FAILING;
    }
    return working ? RUNNING : READY;
  }

  /// The latest two, or the only one, or half of the latest [#LATEST] went wrong.
  private static boolean isFailing(List<PhotoEnd> latest) {
    return (!latest.isEmpty()
            && latest.stream().limit(IN_A_ROW).noneMatch(PhotoEnd.IN_TIME::equals))
        || 2 * PhotoEnd.wrong(latest) >= LATEST;
  }
}
