package dev.photobridge.adapter.http.page.slot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A slot's page, ready to be drawn.
///
/// @param id such as `slot-005`
/// @param title what the page is called: the slot's number and its saved name
/// @param chips what is saved: provider, operation, model; none while the slot is free
/// @param ingestUrl the link for the booth
/// @param boothTimeoutSec what to set as the booth's timeout
/// @param savedAt when it was last saved
/// @param dirty whether the form differs from what is saved
/// @param notice what was just done; blank for nothing
/// @param mistakes what is wrong with the form, each with its field's id; an empty id for none
/// @param conflicts where the form differs from what somebody else saved meanwhile
/// @param versions earlier ones, the newest first
/// @param test that is under way or done; null for none
public record SlotView(
    String id,
    int number,
    String title,
    List<String> chips,
    boolean configured,
    String ingestUrl,
    int boothTimeoutSec,
    Instant savedAt,
    boolean dirty,
    String notice,
    List<Mistake> mistakes,
    List<Difference> conflicts,
    SlotFormView form,
    List<VersionView> versions,
    @Nullable TestView test) {
  public SlotView {
    chips = List.copyOf(chips);
    mistakes = List.copyOf(mistakes);
    conflicts = List.copyOf(conflicts);
    versions = List.copyOf(versions);
  }

  /// Something that is wrong.
  ///
  /// @param label what the field is called; blank for none
  public record Mistake(String fieldId, String label, String words) {}

  /// An earlier version.
  ///
  /// @param what provider and operation
  /// @param differences what is different from now
  public record VersionView(
      long version, Instant savedAt, String name, String what, String differences) {}
}
