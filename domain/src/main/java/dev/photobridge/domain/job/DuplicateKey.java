package dev.photobridge.domain.job;

import dev.photobridge.domain.slot.SlotAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Marks orders that ask for the same thing, so that nothing is paid for twice: the same photo for
/// the same slot in the same version, with the same words of the guest.
///
/// @param value a digest of all that in 64 hexadecimal digits
public record DuplicateKey(String value) {
  /// What DSLR Remote Pro says about itself and the moment (PRODUCT section 2, step 1); it differs
  /// when the same photo is sent again. All other fields may be part of a prompt.
  private static final Set<String> TECHNICAL_FIELDS =
      Set.of(
          "time",
          "user_id",
          "id",
          "profile",
          "status",
          "hash",
          "name",
          "model",
          "version",
          "password");

  public DuplicateKey {
    if (!value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not 64 hexadecimal digits");
    }
  }

  /// The words that two orders must have in common, besides the photo, to ask for the same; to be
  /// digested in this order, each with its length.
  ///
  /// @param slotVersion changes with every change of the slot
  /// @param fields the booth's form fields
  public static List<String> wordsOf(
      SlotAddress slot, long slotVersion, Map<String, String> fields) {
    var guests = new TreeMap<>(fields);
    guests.keySet().removeAll(TECHNICAL_FIELDS);
    return Stream.concat(
            Stream.of(slot.account().value(), slot.id().value(), Long.toString(slotVersion)),
            guests.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue())))
        .toList();
  }
}
