package dev.photobridge.adapter.http.page.job;

import dev.photobridge.adapter.http.page.StateMark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page of jobs, ready to be drawn.
///
/// @param rows the newest first
/// @param newest whether this is the first page, on which new jobs come in
/// @param newer the address of the page before; blank where there is none
/// @param older the address of the page after; blank where there is none
/// @param range which jobs these are
/// @param emptyText what to say in place of rows; blank where there are some
public record JobsView(
    Filters filters,
    List<JobLine> rows,
    boolean newest,
    String newer,
    String older,
    String range,
    String emptyText) {
  public JobsView {
    rows = List.copyOf(rows);
  }

  /// What the list is narrowed down by, and by what it can be.
  ///
  /// @param slot the chosen one; blank for all
  /// @param state the chosen one, by the API's name; blank for all
  /// @param tabs the states that are asked for most
  /// @param active whether anything narrows it down
  public record Filters(
      String slot,
      String state,
      List<Tab> tabs,
      List<Choice> slots,
      List<Choice> states,
      boolean active) {
    public Filters {
      tabs = List.copyOf(tabs);
      slots = List.copyOf(slots);
      states = List.copyOf(states);
    }
  }

  /// A filter at one click.
  public record Tab(String path, String text, boolean current) {}

  /// One of the values of a filter.
  public record Choice(String value, String text, boolean selected) {}

  /// A job at a glance.
  ///
  /// @param slot its slot in words
  /// @param origin how it came about; blank for a booth's photo
  /// @param reason why there is no photo, in one sentence; blank where there is one
  /// @param took from receipt to end; blank while it goes on
  /// @param since when it was received, while it goes on
  /// @param attempts how many; blank for one
  public record JobLine(
      String id,
      StateMark state,
      String slot,
      String name,
      String origin,
      String reason,
      Instant receivedAt,
      String took,
      Optional<Instant> since,
      String cost,
      String attempts,
      boolean hasResult) {}

  /// A job with all that is known of it.
  ///
  /// @param inList whether it is drawn within the list of jobs
  /// @param what provider and operation
  /// @param lateText what a booth got in place of a late result; blank for others
  /// @param keptUntil until when the result is there
  /// @param goneText what became of the photos that are not there any more; blank where nothing did
  /// @param failure why there is no photo
  /// @param rerunRefusal why it can't be run again; blank where it can
  /// @param rerunOf the job that this one runs again; blank for others
  /// @param ended whether it can be deleted
  /// @param fields what the booth said of the photo, by name
  public record JobDetails(
      JobLine row,
      boolean inList,
      String slotPath,
      String what,
      String lateText,
      Optional<Instant> keptUntil,
      String goneText,
      Optional<FailureText> failure,
      Stages stages,
      List<AttemptLine> attempts,
      Map<String, String> fields,
      String rerunRefusal,
      String rerunOf,
      boolean ended,
      boolean hasSource) {
    public JobDetails {
      attempts = List.copyOf(attempts);
    }
  }

  /// Why there is no photo.
  ///
  /// @param word the provider's own; blank without one
  /// @param detail for operators; blank without one
  public record FailureText(String message, String code, String word, String detail) {}

  /// Where the time went.
  ///
  /// @param label all of it in words
  /// @param bars drawn side by side
  public record Stages(String label, List<Bar> bars) {
    public Stages {
      bars = List.copyOf(bars);
    }
  }

  /// A step.
  ///
  /// @param word of the step, such as `queue`
  /// @param text it and its seconds
  /// @param x where it begins, of 1000
  /// @param width of 1000
  public record Bar(String word, String text, int x, int width) {}

  /// One try.
  ///
  /// @param title its number, provider and operation
  /// @param outcome how it ended
  /// @param numbers seconds, price, tokens
  /// @param failure why it failed; empty where it did not
  public record AttemptLine(
      String title,
      Instant startedAt,
      StateMark outcome,
      String numbers,
      Optional<FailureText> failure) {}

  /// A job that was begun anew.
  public record Rerun(String path) {}
}
