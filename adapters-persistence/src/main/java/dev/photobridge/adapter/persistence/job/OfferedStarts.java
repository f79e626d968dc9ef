package dev.photobridge.adapter.persistence.job;

import dev.photobridge.domain.provider.ProviderId;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.statement.SqlStatement;

/// How many jobs may start at which providers, for a statement that starts some.
///
/// @param starts by provider: how many on this node, as far as its limits by time allow
/// @param parallelLimit of a provider: how many may run at once, over all nodes
public record OfferedStarts(
    Map<ProviderId, Integer> starts, ToIntFunction<ProviderId> parallelLimit) {
  /// A row a provider: its name, `starts`, `parallelLimit`.
  public static final String ROWS =
      """
      unnest(CAST(:providers AS text[]), CAST(:starts AS integer[]),
             CAST(:limits AS integer[]))\
      """;

  /// Binds what [#ROWS] needs.
  public <S extends SqlStatement<S>> S bindTo(S statement) {
    List<ProviderId> providers = List.copyOf(starts.keySet());
    return statement
        .bindArray("providers", String.class, providers.stream().map(ProviderId::value).toArray())
        .bindArray("starts", Integer.class, providers.stream().map(starts::get).toArray())
        .bindArray(
            "limits", Integer.class, providers.stream().map(parallelLimit::applyAsInt).toArray());
  }
}
