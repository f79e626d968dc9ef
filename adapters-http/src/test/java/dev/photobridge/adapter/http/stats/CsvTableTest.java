package dev.photobridge.adapter.http.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @Test
  void beginsWithAByteOrderMarkAndEndsEveryLine() {
    var table = new CsvTable(';', ',');
    table.line(List.of("Слот", "b"));
    table.line(List.of(1L, new BigDecimal("0.0336")));

    assertThat(table.bytes()).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(written(table)).isEqualTo("\uFEFFСлот;b\r\n1;0,0336\r\n");
  }

  @Test
  void quotesWhatWouldBreakTheTable() {
    var table = new CsvTable(',', '.');
    table.line(List.of("a,b", "a;b", "say \"hi\"", "two\nlines", "", "плюс"));

    assertThat(written(table))
        .isEqualTo("\uFEFF\"a,b\",a;b,\"say \"\"hi\"\"\",\"two\nlines\",,плюс\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+2", "+1", "-1", "@SUM(A1)", "\tx", "  =HYPERLINK(1)", "＝1", "a=1"})
  void whatLooksLikeAFormulaIsText(String name) {
    var table = new CsvTable(';', ',');
    table.line(List.of(name));

    String field = written(table).substring(1).strip();

    if (name.equals("a=1")) {
      assertThat(field).doesNotStartWith("'");
    } else {
      assertThat(field).isEqualTo("'" + name);
    }
  }

  @Test
  void aFormulaInQuotesIsTextToo() {
    var table = new CsvTable(';', ',');
    table.line(List.of("\r=1;\"2\""));

    assertThat(written(table)).isEqualTo("\uFEFF\"'\r=1;\"\"2\"\"\"\r\n");
  }

  @Test
  void numbersMayBeNegative() {
    var table = new CsvTable(';', ',');
    table.line(List.of(-5L, new BigDecimal("-1E+1")));

    assertThat(written(table)).isEqualTo("\uFEFF-5;-10\r\n");
  }

  private static String written(CsvTable table) {
    return new String(table.bytes(), StandardCharsets.UTF_8);
  }
}
