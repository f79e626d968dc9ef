package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.adapter.http.page.settings.PasswordView;
import dev.photobridge.adapter.http.page.settings.TimeoutView;
import java.time.Instant;
import java.util.List;

/// What the statistics page shows, worded.
///
/// @param figures what changes with each photo
/// @param timeout the form of the booths' waiting time
/// @param password what booths send
public record StatisticsView(FiguresView figures, TimeoutView timeout, PasswordView password) {
  /// What changes with each photo.
  ///
  /// @param address where it is asked for again, with what is chosen
  /// @param idle free slots to which no photo ever came
  public record FiguresView(
      String address,
      List<Choice> periods,
      String zone,
      String export,
      List<Tile> tiles,
      ChartView chart,
      List<Head> heads,
      List<SlotLine> rows,
      List<IdleSlot> idle,
      List<ProviderLine> providers,
      SlotLine total) {
    public FiguresView {
      periods = List.copyOf(periods);
      tiles = List.copyOf(tiles);
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
      idle = List.copyOf(idle);
      providers = List.copyOf(providers);
    }
  }

  /// A link that chooses a period.
  public record Choice(String id, String label, String address, boolean chosen) {}

  /// A number with its name.
  ///
  /// @param note what it was before, or of how many it is; empty where there is nothing to say
  public record Tile(String label, String value, String note, String before) {}

  /// A column's head.
  ///
  /// @param address sorts by it; empty where nobody can
  /// @param sorted `ascending`, `descending`, or empty
  public record Head(String key, String label, String address, String sorted) {}

  /// A slot's line; or that of everything, then without an id.
  ///
  /// @param slotId of the slot
  /// @param number as people say it
  /// @param name the operator's; empty where there is none
  /// @param thumbnail the address of the small picture; empty where there is none
  /// @param spark the latest days; empty where no photo came
  public record SlotLine(
      String slotId,
      String number,
      String name,
      String thumbnail,
      List<SparkView> spark,
      String runs,
      String requests,
      Times times,
      Share errors,
      String lastCost,
      String spent,
      List<Instant> resetAt,
      String allTime) {
    public SlotLine {
      spark = List.copyOf(spark);
      resetAt = List.copyOf(resetAt);
    }
  }

  /// A 95th percentile.
  ///
  /// @param few whether it is of too few photos to mean much
  public record Times(String p95, boolean few) {}

  /// A share of errors.
  ///
  /// @param count of how many; empty where there is nothing
  public record Share(String percent, String count, boolean bad) {}

  /// A line of a few days, as SVG has it.
  ///
  /// @param words the same in words
  public record SparkView(String points, String lastX, String lastY, String words) {}

  /// A free slot.
  public record IdleSlot(String slotId, String number) {}

  /// What a provider has done of all time.
  public record ProviderLine(
      String name, String runs, String requests, Times times, Share errors, String spent) {}

  /// Bars over time.
  ///
  /// @param width of the drawing, ten a step
  /// @param words what it shows
  /// @param empty whether nothing came
  public record ChartView(
      int width, String words, boolean empty, String mostPhotos, String mostCost, List<Bar> bars) {
    public ChartView {
      bars = List.copyOf(bars);
    }
  }

  /// A step of the chart: where its bars stand, out of a height of 100, and its line in the table.
  ///
  /// @param labelled whether the axis names it
  public record Bar(
      String x,
      Part success,
      Part errors,
      Part cost,
      String label,
      boolean labelled,
      String successCount,
      String errorCount,
      String p95,
      String spent) {}

  /// A rectangle.
  public record Part(String y, String height, boolean drawn) {}

  /// What is asked before statistics are set to zero.
  ///
  /// @param count how many photos are counted
  /// @param spent what they cost
  /// @param allTime the counter that stays
  /// @param query what is chosen on the page
  public record ResetView(
      String slotId, String slot, String count, String spent, String allTime, String query) {}
}
