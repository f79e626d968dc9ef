package dev.photobridge.domain.prompt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The values that a text's places are filled with: what the booth sent, and the date and time.
public final class PromptFields {
  /// The photo's day, such as `22.11.2026`.
  public static final String DATE = "date";

  /// The photo's time of day, such as `19:45`.
  public static final String CLOCK = "clock";

  // DSLR Remote Pro sends them with every photo (PRODUCT section 2); the password is never among
  // them
  private static final Set<String> OF_EVERY_BOOTH =
      Set.of("time", "user_id", "id", "profile", "status", "hash", "name", "model", "version");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  private PromptFields() {}

  /// Whether every photo has a value of this name. Any other, such as a survey's answer, may be
  /// missing.
  public static boolean isAlwaysThere(String name) {
    return OF_EVERY_BOOTH.contains(name) || name.equals(DATE) || name.equals(CLOCK);
  }

  /// What the booth sent, and the date and time where it sent no fields of these names.
  ///
  /// @param zone where the booth stands
  public static Map<String, String> of(Map<String, String> sent, Instant receivedAt, ZoneId zone) {
    var fields = new HashMap<String, String>();
    fields.put(DATE, DAY.format(receivedAt.atZone(zone)));
    fields.put(CLOCK, MINUTE.format(receivedAt.atZone(zone)));
    fields.putAll(sent);
    return fields;
  }
}
