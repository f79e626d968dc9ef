package dev.photobridge.benchmark.report;

import java.util.List;

/// A line of the table of results.
///
/// @param what was measured, in a few words
/// @param ours what Photobridge needs or reaches, with its unit
/// @param peer the same of what it is held against; empty where there is none
/// @param ratio ours over the peer's; empty where there is no peer
/// @param floor what must hold; empty where nothing must
/// @param goal what is to be reached; empty where nothing is
/// @param verdict what the result is worth
public record Result(
    String what,
    String ours,
    String peer,
    String ratio,
    String floor,
    String goal,
    Verdict verdict) {
  /// Ours beside a peer's; what counts is ours over the peer's.
  public static Result ratio(String what, double ours, double peer, String unit, Bounds bounds) {
    double ratio = ours / peer;
    return new Result(
        what,
        Figure.of(ours, unit),
        Figure.of(peer, unit),
        Figure.of(ratio),
        bounds.floorInWords(),
        bounds.goalInWords(),
        bounds.verdict(ratio));
  }

  /// Ours alone; what counts is the value itself.
  public static Result value(String what, double ours, String unit, Bounds bounds) {
    return new Result(
        what,
        Figure.of(ours, unit),
        "",
        "",
        bounds.floorInWords(),
        bounds.goalInWords(),
        bounds.verdict(ours));
  }

  /// Ours, with nothing to hold it against.
  public static Result note(String what, String ours) {
    return new Result(what, ours, "", "", "", "", Verdict.NONE);
  }

  /// All these as one table.
  public static MarkdownTable table(List<Result> results) {
    var table = new MarkdownTable("what", "ours", "peer", "ratio", "floor", "goal", "verdict");
    results.forEach(
        result ->
            table.row(
                result.what,
                result.ours,
                result.peer,
                result.ratio,
                result.floor,
                result.goal,
                result.verdict.words()));
    return table;
  }
}
