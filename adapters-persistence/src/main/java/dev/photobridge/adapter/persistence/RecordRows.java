package dev.photobridge.adapter.persistence;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads rows as records whose components are named as the columns. Which column is which component
/// is found out once for each list of columns: Jdbi (3.51) would do so for every query, and reading
/// the annotations of a wide record takes longer than its row. Safe for use by many threads.
///
/// @param <T> the record
public final class RecordRows<T> implements RowMapper<T> {
  private final RowMapper<T> mapper;
  private final Map<List<String>, RowMapper<T>> byColumns = new ConcurrentHashMap<>();

  private RecordRows(RowMapper<T> mapper) {
    this.mapper = mapper;
  }

  /// Rows of this record; to be kept by who reads them.
  public static <T extends Record> RecordRows<T> of(Class<T> type) {
    return new RecordRows<>(ConstructorMapper.of(type));
  }

  @Override
  public T map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  @Override
  public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
    List<String> columns = columns(rows.getMetaData());
    RowMapper<T> known = byColumns.get(columns);
    if (known == null) {
      known = mapper.specialize(rows, context);
      byColumns.put(columns, known);
    }
    return known;
  }

  private static List<String> columns(ResultSetMetaData rows) throws SQLException {
    var columns = new ArrayList<String>();
    for (int i = 1; i <= rows.getColumnCount(); i++) {
      columns.add(rows.getColumnLabel(i));
    }
    return columns;
  }
}
