package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Rows that other rows refer to.
public final class StoredFixtures {
  /// When everything in these tests begins.
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /// The account of these tests.
  public static final AccountName SERG = new AccountName("serg");

  private StoredFixtures() {}

  /// Stores the account with its 40 free slots.
  public static void storeAccount(Jdbi jdbi, AccountName name) {
    new JdbiAccountRepository(jdbi, InstantSource.fixed(NOON)).save(new Account(name, "hash"));
    new JdbiSlotRepository(jdbi).insertMissing(freeSlots(name));
  }

  /// An account's slots before anybody used them.
  public static List<Slot> freeSlots(AccountName account) {
    return SlotId.all().stream().map(id -> Slot.free(new SlotAddress(account, id), NOON)).toList();
  }

  /// A slot of that account.
  public static SlotAddress address(int number) {
    return new SlotAddress(SERG, SlotId.number(number));
  }

  /// A setup with settings of every kind.
  public static SlotSetup setup() {
    return new SlotSetup(
        new ProviderId("gemini"),
        new OperationId("change_image"),
        new SlotSettings(
            Map.of("prompt", "Осветлить лицо", "output", Map.of("format", "png", "quality", 95))));
  }

  /// An order with a new id.
  public static JobOrder order(SlotAddress slot, Instant receivedAt) {
    return new JobOrder(
        new JobId(UUID.randomUUID()),
        slot,
        JobOrigin.BOOTH,
        setup(),
        null,
        null,
        null,
        new MediaId(UUID.randomUUID()),
        Map.of("name", "BOOTH-1", "profile", "C:\\Users\\serg\\Свадьба.xml"),
        receivedAt,
        receivedAt.plusMillis(300),
        receivedAt.plusSeconds(48),
        receivedAt.plusSeconds(600));
  }
}
