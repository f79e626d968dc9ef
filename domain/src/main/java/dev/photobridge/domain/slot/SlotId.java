package dev.photobridge.domain.slot;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// One of an account's 40 slots, `slot-001` to `slot-040` (PRODUCT section 3). Fixed for life:
/// slots are neither created nor deleted, so that ingest links typed into booth software never
/// break.
///
/// @param value the id as it stands in links
public record SlotId(String value) implements Comparable<SlotId> {
  /// Slots each account has.
  public static final int COUNT = 40;

  private static final Pattern SHAPE = Pattern.compile("slot-(0[0-3][0-9]|040)");

  public SlotId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a slot id: " + value);
    }
  }

  /// The slot with this number, 1 to 40.
  public static SlotId number(int number) {
    return new SlotId("slot-%03d".formatted(number));
  }

  /// The slot id that outside text spells, or empty where no such slot can exist.
  public static Optional<SlotId> parse(String text) {
    return isValid(text) ? Optional.of(new SlotId(text)) : Optional.empty();
  }

  /// All 40, in order.
  public static List<SlotId> all() {
    return IntStream.rangeClosed(1, COUNT).mapToObj(SlotId::number).toList();
  }

  private static boolean isValid(String text) {
    return SHAPE.matcher(text).matches() && !text.equals("slot-000");
  }

  @Override
  public int compareTo(SlotId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
