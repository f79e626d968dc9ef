package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.Cost;
import java.util.regex.Pattern;

/// Why a job, or one attempt of it, brought no photo.
///
/// @param kind the class of reasons, which decides what the booth is told and whether to try again
/// @param reason one word for it, the provider's own where it has one, such as `IMAGE_SAFETY`; may
///   be shown to anyone; cut to 100 characters
/// @param detail for operators only, may quote the provider; never a key; cut to 500 characters
/// @param cost what was billed all the same
public record JobFailure(FailureKind kind, String reason, String detail, Cost cost) {
  /// The reason of a failure of our own machinery, where it had no room left on the disk.
  public static final String STORAGE_FULL = "STORAGE_FULL";

  private static final int MAX_REASON = 100;
  private static final int MAX_DETAIL = 500;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  public JobFailure {
    reason = line(reason, MAX_REASON);
    detail = line(detail, MAX_DETAIL);
  }

  /// A failure that cost nothing.
  public static JobFailure of(FailureKind kind, String reason, String detail) {
    return new JobFailure(kind, reason, detail, Cost.ZERO);
  }

  /// This failure, having cost more.
  public JobFailure billed(Cost more) {
    return new JobFailure(kind, reason, detail, cost.plus(more));
  }

  /// Providers' words are foreign text: one line of it, and no half of a surrogate pair at the cut.
  private static String line(String text, int max) {
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    if (line.length() <= max) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max);
  }
}
