package dev.photobridge.application.service;

import dev.photobridge.application.port.out.AtomicChanges;
import dev.photobridge.application.port.out.AuditLog;
import dev.photobridge.domain.account.AuditEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Makes changes together with what is remembered of them: neither is ever there without the other.
public final class AuditedChanges {
  private final AuditLog log;
  private final AtomicChanges changes;
  private final InstantSource clock;

  public AuditedChanges(AuditLog log, AtomicChanges changes, InstantSource clock) {
    this.log = log;
    this.changes = changes;
    this.clock = clock;
  }

  /// Makes a change.
  ///
  /// @param entry what is to be remembered, by the time of the change
  /// @param change what is to be done, by the same time
  /// @return what the change returned
  <T> T make(Function<Instant, AuditEntry> entry, Function<Instant, T> change) {
    return changes.make(
        () -> {
          Instant now = clock.instant();
          T changed = change.apply(now);
          log.record(entry.apply(now));
          return changed;
        });
  }

  /// Makes a change that may turn out to be none, and then is not remembered.
  ///
  /// @param change tells whether it changed anything
  boolean makeIfAny(Function<Instant, AuditEntry> entry, BooleanSupplier change) {
    return changes.make(
        () -> {
          boolean changed = change.getAsBoolean();
          if (changed) {
            log.record(entry.apply(clock.instant()));
          }
          return changed;
        });
  }
}
