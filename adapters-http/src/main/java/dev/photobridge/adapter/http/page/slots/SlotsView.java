package dev.photobridge.adapter.http.page.slots;

import dev.photobridge.adapter.http.page.StateMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The main page, ready to be drawn.
///
/// @param filters what it was narrowed down by
/// @param problems what is wrong now
/// @param rows the slots that are set up, by number
/// @param free the slots that are not, by number
/// @param freeOpen whether these are unfolded
/// @param freeTitle what they are called together
/// @param found how many slots there are
/// @param emptyText what to say in place of rows; blank where there are some
/// @param nothingSetUp whether no slot at all is set up
public record SlotsView(
    FilterForm filters,
    List<Problem> problems,
    List<SlotLine> rows,
    List<FreeSlot> free,
    boolean freeOpen,
    String freeTitle,
    String found,
    String emptyText,
    boolean nothingSetUp) {
  public SlotsView {
    problems = List.copyOf(problems);
    rows = List.copyOf(rows);
    free = List.copyOf(free);
  }

  /// What the list is narrowed down by, and by what it can be.
  ///
  /// @param search as typed
  /// @param active whether anything narrows it down
  public record FilterForm(
      String search,
      List<Choice> providers,
      List<Choice> operations,
      List<Choice> states,
      boolean active) {
    public FilterForm {
      providers = List.copyOf(providers);
      operations = List.copyOf(operations);
      states = List.copyOf(states);
    }
  }

  /// One of the values of a filter.
  public record Choice(String value, String text, boolean selected) {}

  /// Something that is wrong, and where to mend it.
  ///
  /// @param grave whether photos fail because of it
  public record Problem(boolean grave, String text, List<Link> links) {
    public Problem {
      links = List.copyOf(links);
    }
  }

  /// Where to go.
  public record Link(String path, String text) {}

  /// A slot that is not set up.
  ///
  /// @param title its number in words
  public record FreeSlot(String path, String title) {}

  /// A slot that is set up.
  ///
  /// @param title its number in words
  /// @param operation what it does, and at which provider
  /// @param link where its booth sends photos
  /// @param linkLabel what the field of that link is called
  /// @param copyLabel what the button that copies it is called
  /// @param live what changes while one looks
  public record SlotLine(
      int number,
      String path,
      String title,
      String name,
      String provider,
      String operation,
      String link,
      String linkLabel,
      String copyLabel,
      SlotNow live) {}

  /// What changes in a row.
  ///
  /// @param detail more about the state; blank where it says all
  /// @param photos how many came lately; blank without any
  /// @param resultJob the job whose result is shown; blank where none is there
  /// @param latestAt when the latest photo was done
  public record SlotNow(
      String id,
      StateMark state,
      String detail,
      String photos,
      String resultJob,
      String jobsPath,
      Optional<Instant> latestAt) {}
}
