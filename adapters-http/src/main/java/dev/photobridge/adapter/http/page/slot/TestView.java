package dev.photobridge.adapter.http.page.slot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test of a slot as it goes on, ready to be drawn.
///
/// @param slotId whose test it is
/// @param jobId of the test; blank where it did not begin
/// @param address of this view, to look again
/// @param state how far it is
/// @param words what happens or what came of it
/// @param stages in their order
/// @param startedAt when it began
/// @param elapsed seconds it took, as people read them; blank while it goes on
/// @param limitSec after how long a booth would get an answer in any case
/// @param usualSec how long photos of this operation take here; 0 where nobody knows
/// @param usual the same in words; blank where nobody knows
/// @param price in words; blank where it is not known
/// @param by provider, operation and model
/// @param photo address of the photo that was tried; blank where it is gone
/// @param result address of what came of it; blank for nothing
/// @param mistakes why it did not begin
public record TestView(
    String slotId,
    String jobId,
    String address,
    State state,
    String words,
    List<StageView> stages,
    @Nullable Instant startedAt,
    String elapsed,
    int limitSec,
    int usualSec,
    String usual,
    String price,
    String by,
    String photo,
    String result,
    List<SlotView.Mistake> mistakes) {
  public TestView {
    stages = List.copyOf(stages);
    mistakes = List.copyOf(mistakes);
  }

  /// How far a test is.
  public enum State {
    /// It goes on.
    RUNNING,
    /// It has a result, in the time that a booth has.
    DONE,
    /// It has a result, later.
    LATE,
    /// It has none.
    FAILED,
    /// It did not begin.
    REFUSED
  }

  /// A step of a photo's way.
  ///
  /// @param state `done`, `now` or `todo`
  /// @param seconds how long it took; blank while it goes on
  public record StageView(String words, String state, String seconds) {}
}
