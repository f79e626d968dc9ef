package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A slot to be tried out.
///
/// @param address which slot
/// @param photo an operator's upload
/// @param unsaved what to do; null: what the slot is set up to do
/// @param fields what a booth would send with the photo
public record TestSlotCommand(
    SlotAddress address, MediaId photo, @Nullable Unsaved unsaved, Map<String, String> fields) {
  public TestSlotCommand {
    fields = Map.copyOf(fields);
  }

  /// Settings that need not be saved.
  ///
  /// @param fallback what is tried when the setup fails; null: nothing
  public record Unsaved(SlotSetup setup, @Nullable SlotSetup fallback) {}
}
