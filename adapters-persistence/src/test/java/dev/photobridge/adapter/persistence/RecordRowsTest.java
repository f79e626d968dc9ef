package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordRowsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final RecordRows<Booth> ROWS = RecordRows.of(Booth.class);

  /// A row.
  public record Booth(String boothName, @Nullable Integer photoCount) {}

  @Test
  void readsColumnsByTheirNames() {
    assertThat(read("SELECT 'left' AS booth_name, 7 AS photo_count"))
        .isEqualTo(new Booth("left", 7));
  }

  @Test
  void readsEachOrderOfColumns() {
    for (int i = 0; i < 3; i++) {
      assertThat(read("SELECT 'left' AS booth_name, 7 AS photo_count"))
          .isEqualTo(new Booth("left", 7));
      assertThat(read("SELECT 8 AS photo_count, 'right' AS booth_name"))
          .isEqualTo(new Booth("right", 8));
      assertThat(read("SELECT 'none' AS booth_name, NULL::integer AS photo_count"))
          .isEqualTo(new Booth("none", null));
    }
  }

  private static Booth read(String sql) {
    return DATABASE.jdbi().withHandle(handle -> handle.createQuery(sql).map(ROWS).one());
  }
}
