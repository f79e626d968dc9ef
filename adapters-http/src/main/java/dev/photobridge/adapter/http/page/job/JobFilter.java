package dev.photobridge.adapter.http.page.job;

import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.model.JobStateDto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the list of jobs is narrowed down by, as the address says it.
///
/// @param page counted from 1
record JobFilter(Optional<SlotId> slot, Optional<JobStateDto> state, int page) {
  /// How many jobs a page has.
  static final int PAGE_SIZE = 50;

  private static final int MOST_PAGES = 1_000_000;

  static JobFilter of(PageCall call) {
    return new JobFilter(
        call.query("slot").flatMap(SlotId::parse),
        call.query("state").flatMap(JobFilter::state),
        call.query("page").map(JobFilter::page).orElse(1));
  }

  private static Optional<JobStateDto> state(String word) {
    return Arrays.stream(JobStateDto.values())
        .filter(state -> word(state).equals(word))
        .findFirst();
  }

  private static int page(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(text), MOST_PAGES) : 1;
  }

  /// A state as addresses and texts name it.
  static String word(JobStateDto state) {
    return state.value().toLowerCase(Locale.ROOT);
  }

  boolean isActive() {
    return slot.isPresent() || state.isPresent();
  }

  JobFilter with(Optional<JobStateDto> other) {
    return new JobFilter(slot, other, 1);
  }

  /// The address of a page of this list.
  String address(int number) {
    var parts = new ArrayList<String>();
    slot.ifPresent(id -> parts.add("slot=" + id));
    state.ifPresent(one -> parts.add("state=" + word(one)));
    if (number > 1) {
      parts.add("page=" + number);
    }
    return parts.isEmpty() ? "/jobs" : "/jobs?" + String.join("&", parts);
  }
}
