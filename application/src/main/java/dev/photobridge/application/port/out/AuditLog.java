package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AuditEntry;

/// Remembers who changed what, for good. Safe for use by many threads.
public interface AuditLog {
  /// Remembers a change. Call it together with the change in [AtomicChanges], so that there is
  /// never one without the other; a change that can't be remembered fails.
  void record(AuditEntry entry);

  /// A page of what is remembered, the newest first. A page after the last one is empty.
  ///
  /// @param page counted from 1
  /// @param pageSize 1 to 50
  Page<AuditEntry> list(int page, int pageSize);
}
