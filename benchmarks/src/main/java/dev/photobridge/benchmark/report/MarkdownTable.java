package dev.photobridge.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table that reads well both as Markdown and as plain text. For one thread at a time.
public final class MarkdownTable {
  private final int columns;
  private final List<List<String>> rows = new ArrayList<>();

  /// @param header one word or two for each column
  public MarkdownTable(String... header) {
    columns = header.length;
    rows.add(List.of(header));
  }

  /// Adds a row.
  ///
  /// @throws IllegalArgumentException when there are more or fewer cells than columns
  public MarkdownTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(cells.length, columns));
    }
    rows.add(List.of(cells));
    return this;
  }

  /// Its lines, the last one with a line break too.
  @Override
  public String toString() {
    int[] widths = IntStream.range(0, columns).map(this::width).toArray();
    var text = new StringBuilder(line(rows.getFirst(), widths));
    text.append(line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths));
    rows.stream().skip(1).forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
