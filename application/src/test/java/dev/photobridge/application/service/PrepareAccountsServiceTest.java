package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.SlotFixtures.CREATED_AT;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.testing.InMemoryAccountRepository;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.PlainPasswordHasher;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrepareAccountsServiceTest {
  private static final Map<AccountName, String> PASSWORDS = Map.of(SERG, "one", IGOR, "two");

  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository();
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final PlainPasswordHasher hasher = new PlainPasswordHasher();
  private final SettableClock clock = new SettableClock(CREATED_AT);
  private final PrepareAccountsService service =
      new PrepareAccountsService(accounts, slots, hasher, clock);

  private Account account(AccountName name) {
    return accounts.find(name).orElseThrow();
  }

  @Test
  void theFirstStartMakesAccountsWithFortyFreeSlotsEach() {
    service.prepare(PASSWORDS);

    assertThat(hasher.matches("one", account(SERG).passwordHash())).isTrue();
    assertThat(hasher.matches("two", account(IGOR).passwordHash())).isTrue();
    for (AccountName name : PASSWORDS.keySet()) {
      assertThat(slots.list(name))
          .hasSize(SlotId.COUNT)
          .allSatisfy(slot -> assertThat(slot).isEqualTo(Slot.free(slot.address(), CREATED_AT)));
    }
  }

  @Test
  void passwordsAreNotStoredAsTheyAre() {
    service.prepare(PASSWORDS);

    assertThat(account(SERG).passwordHash()).isNotEqualTo("one");
  }

  @Test
  void theNextStartChangesNothing() {
    service.prepare(PASSWORDS);
    Account before = account(SERG);
    slots.put(aSlot().build());
    clock.advance(Duration.ofDays(1));

    service.prepare(PASSWORDS);

    assertThat(account(SERG)).isEqualTo(before);
    assertThat(slots.find(FIRST)).contains(aSlot().build());
    assertThat(slots.list(SERG)).hasSize(SlotId.COUNT);
  }

  @Test
  void aChangedPasswordIsHashedAnewAndOthersAreNot() {
    service.prepare(PASSWORDS);
    Account igor = account(IGOR);

    service.prepare(Map.of(SERG, "three", IGOR, "two"));

    assertThat(hasher.matches("three", account(SERG).passwordHash())).isTrue();
    assertThat(hasher.matches("one", account(SERG).passwordHash())).isFalse();
    assertThat(account(IGOR)).isEqualTo(igor);
  }

  @Test
  void aNewAccountIsAddedToThoseThatExist() {
    service.prepare(Map.of(SERG, "one"));
    service.prepare(PASSWORDS);

    assertThat(accounts.find(IGOR)).isPresent();
    assertThat(slots.list(IGOR)).hasSize(SlotId.COUNT);
  }
}
