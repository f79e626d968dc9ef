package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.AtomicChanges;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/// Changes in one transaction: whatever uses this database on the thread meanwhile takes part in
/// it. Safe for use by many threads.
///
/// @param jdbi the one that the repositories send their SQL to
public record JdbiAtomicChanges(Jdbi jdbi) implements AtomicChanges {
  @Override
  public <T> T make(Supplier<T> changes) {
    return jdbi.inTransaction(_ -> changes.get());
  }
}
