package dev.photobridge.adapter.persistence.job;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Binds each column of many rows as one array of texts, of which `unnest` makes rows again: one
/// statement for all of them costs the server a fraction of one for each.
///
/// @param statement casts the arrays to the columns' types
record ColumnArrays<S extends SqlStatement<S>, T>(S statement, List<T> rows) {
  /// Binds a column. What is no text is bound as its `toString()`, which PostgreSQL must read.
  ColumnArrays<S, T> bind(String name, Function<T, @Nullable Object> column) {
    Object[] values =
        rows.stream().map(column).map(value -> value == null ? null : value.toString()).toArray();
    var _ = statement.bindArray(name, String.class, values);
    return this;
  }
}
