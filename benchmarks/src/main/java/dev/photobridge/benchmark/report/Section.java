package dev.photobridge.benchmark.report;

import java.io.PrintStream;

/// A part of the report: a heading, the method, and tables. Benchmarks print it to standard output,
/// where nothing else goes, and what they do meanwhile to standard error.
public final class Section {
  private final StringBuilder text = new StringBuilder();

  /// @param method a paragraph: what is measured, how, and what to know when reading the figures
  public Section(String heading, String method) {
    text.append("## ").append(heading).append("\n\n").append(method.strip()).append('\n');
  }

  /// Adds a table.
  public Section table(MarkdownTable table) {
    text.append('\n').append(table);
    return this;
  }

  /// Adds a paragraph.
  public Section paragraph(String words) {
    text.append('\n').append(words.strip()).append('\n');
    return this;
  }

  /// Writes it.
  public void print(PrintStream out) {
    out.println(text);
    out.flush();
  }
}
