package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AuditEntry;

/// Use case: who changed what?
public interface ListAuditEntriesUseCase {
  /// A page of the changes of both accounts, the newest first.
  ///
  /// @param page counted from 1
  /// @param pageSize 1 to 50
  Page<AuditEntry> list(int page, int pageSize);
}
