package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.AuditLog;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.account.AuditEntry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers changes in a list.
public final class InMemoryAuditLog implements AuditLog {
  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  @Override
  public void record(AuditEntry entry) {
    if (away) {
      throw new StorageUnavailableException("away", new IOException("cable"));
    }
    entries.add(entry);
  }

  @Override
  public Page<AuditEntry> list(int page, int pageSize) {
    List<AuditEntry> newestFirst = entries.reversed();
    int from = (int) Math.min((page - 1L) * pageSize, newestFirst.size());
    int to = Math.min(from + pageSize, newestFirst.size());
    return new Page<>(newestFirst.subList(from, to), page, pageSize, newestFirst.size());
  }

  /// All that was remembered, the oldest first.
  public List<AuditEntry> entries() {
    return List.copyOf(entries);
  }

  /// From now on nothing can be remembered.
  public void beAway() {
    away = true;
  }
}
