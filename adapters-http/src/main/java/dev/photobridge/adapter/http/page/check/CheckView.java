package dev.photobridge.adapter.http.page.check;

import java.util.List;

/// What the check page shows, worded.
///
/// @param report what was found; empty before the first look
public record CheckView(List<ReportView> report) {
  public CheckView {
    report = List.copyOf(report);
  }

  /// What was found.
  ///
  /// @param state `ok`, `warn` or `err`
  /// @param verdict in a few words
  /// @param advice what to do now
  /// @param problems the worst first, each also among its area
  public record ReportView(
      String state, String verdict, String advice, List<EntryView> problems, List<AreaView> areas) {
    public ReportView {
      problems = List.copyOf(problems);
      areas = List.copyOf(areas);
    }
  }

  /// Things of one kind.
  ///
  /// @param state the worst of them
  public record AreaView(String key, String name, String state, List<EntryView> entries) {
    public AreaView {
      entries = List.copyOf(entries);
    }
  }

  /// One thing that was looked at.
  ///
  /// @param area in words
  /// @param subject which one; empty where there is only one
  /// @param state `ok`, `warn` or `err`
  /// @param stateWord the same in words
  /// @param detail more, in English; empty where there is no more
  /// @param took how long it took; empty where that says nothing
  /// @param link where it can be mended; empty where no page can
  /// @param linkWords what the link is called
  public record EntryView(
      String area,
      String subject,
      String state,
      String stateWord,
      String message,
      String detail,
      String took,
      String link,
      String linkWords) {}
}
