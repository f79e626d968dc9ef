package dev.photobridge.adapter.http.stats;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a table as CSV (RFC 4180) that spreadsheets open as it is meant: in UTF-8 with a byte
/// order mark, with the separators of their language, and without formulas.
final class CsvTable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// What a spreadsheet takes for the beginning of a formula, also in full width.
  private static final String FORMULA_STARTS = "=+-@＝＋－＠";

  private final char separator;
  private final char decimalPoint;
  private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

  /// @param separator between fields
  /// @param decimalPoint in numbers
  CsvTable(char separator, char decimalPoint) {
    this.separator = separator;
    this.decimalPoint = decimalPoint;
  }

  /// Adds a line. A field is a text, a `BigDecimal` or another number; an empty text is an empty
  /// field.
  void line(List<?> fields) {
    text.append(
            fields.stream()
                .map(this::written)
                .collect(Collectors.joining(String.valueOf(separator))))
        .append("\r\n");
  }

  private String written(Object field) {
    return switch (field) {
      case BigDecimal number -> number.toPlainString().replace('.', decimalPoint);
      case Number number -> number.toString();
      default -> quoted(harmless(field.toString()));
    };
  }

  /// Spreadsheets run what looks like a formula; after an apostrophe they show it.
  private static String harmless(String value) {
    String start = value.stripLeading();
    boolean isFormula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
    boolean isHidden = value.startsWith("\t") || value.startsWith("\r") || value.startsWith("\n");
    return isFormula || isHidden ? "'" + value : value;
  }

  private String quoted(String value) {
    boolean needed =
        value.chars().anyMatch(c -> c == separator || c == '"' || c == '\r' || c == '\n');
    return needed ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
