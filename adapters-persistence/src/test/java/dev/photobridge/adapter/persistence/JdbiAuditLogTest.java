package dev.photobridge.adapter.persistence;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbiAuditLogTest {
  private static final AuditEntry CLEARED =
      AuditEntry.of(SERG, AuditedAction.MEDIA_CACHE_CLEARED, NOON);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JdbiAuditLog log = new JdbiAuditLog(DATABASE.jdbi());
  private final JdbiAtomicChanges changes = new JdbiAtomicChanges(DATABASE.jdbi());

  @ParameterizedTest
  @EnumSource
  void remembersEveryAction(AuditedAction action) {
    var entry = AuditEntry.of(new AccountName("igor"), action, "slot-007", NOON);

    log.record(entry);

    assertThat(log.list(1, 10).items()).containsExactly(entry);
  }

  @Test
  void pagesFromTheNewestToTheOldest() {
    List<Instant> times = List.of(NOON, NOON.plusSeconds(2), NOON.plusSeconds(1));
    times.forEach(at -> log.record(AuditEntry.of(SERG, AuditedAction.COST_CAP_CHANGED, at)));

    Page<AuditEntry> first = log.list(1, 2);
    Page<AuditEntry> second = log.list(2, 2);

    assertThat(first.items())
        .extracting(AuditEntry::at)
        .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1));
    assertThat(second.items()).extracting(AuditEntry::at).containsExactly(NOON);
    assertThat(second.total()).isEqualTo(3);
    assertThat(log.list(1_000_000, 50).items()).isEmpty();
  }

  @Test
  void ofTheSameMomentTheLaterWrittenComesFirst() {
    log.record(AuditEntry.of(SERG, AuditedAction.SLOT_SAVED, "slot-001", NOON));
    log.record(AuditEntry.of(SERG, AuditedAction.SLOT_SAVED, "slot-002", NOON));

    assertThat(log.list(1, 2).items())
        .extracting(AuditEntry::subject)
        .containsExactly("slot-002", "slot-001");
  }

  @Test
  void aChangeThatFailsLeavesNoEntry() {
    assertThatThrownBy(
            () ->
                changes.make(
                    () -> {
                      log.record(CLEARED);
                      throw new IllegalStateException("the change fails");
                    }))
        .hasMessage("the change fails");
    assertThat(log.list(1, 10).total()).isZero();

    assertThat(
            changes.<String>make(
                () -> {
                  log.record(CLEARED);
                  return "done";
                }))
        .isEqualTo("done");
    assertThat(log.list(1, 10).items()).containsExactly(CLEARED);
  }
}
