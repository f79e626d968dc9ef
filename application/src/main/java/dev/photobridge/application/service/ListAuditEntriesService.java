package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ListAuditEntriesUseCase;
import dev.photobridge.application.port.out.AuditLog;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AuditEntry;

/// Shows operators who changed what.
public final class ListAuditEntriesService implements ListAuditEntriesUseCase {
  private final AuditLog log;

  /// Wired by the application.
  public ListAuditEntriesService(AuditLog log) {
    this.log = log;
  }

  @Override
  public Page<AuditEntry> list(int page, int pageSize) {
    return log.list(page, pageSize);
  }
}
