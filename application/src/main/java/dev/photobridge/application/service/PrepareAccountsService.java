package dev.photobridge.application.service;

import dev.photobridge.application.port.in.PrepareAccountsUseCase;
import dev.photobridge.application.port.out.AccountRepository;
import dev.photobridge.application.port.out.PasswordHasher;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Makes accounts and slots what the credentials file says.
public final class PrepareAccountsService implements PrepareAccountsUseCase {
  private final AccountRepository accounts;
  private final SlotRepository slots;
  private final PasswordHasher hasher;
  private final InstantSource clock;

  public PrepareAccountsService(
      AccountRepository accounts,
      SlotRepository slots,
      PasswordHasher hasher,
      InstantSource clock) {
    this.accounts = accounts;
    this.slots = slots;
    this.hasher = hasher;
    this.clock = clock;
  }

  @Override
  public void prepare(Map<AccountName, String> passwords) {
    Instant now = clock.instant();
    passwords.forEach(
        (name, password) -> {
          if (accounts
              .find(name)
              .filter(a -> hasher.matches(password, a.passwordHash()))
              .isEmpty()) {
            accounts.save(new Account(name, hasher.hash(password)));
          }
          slots.insertMissing(
              SlotId.all().stream().map(id -> Slot.free(new SlotAddress(name, id), now)).toList());
        });
  }
}
