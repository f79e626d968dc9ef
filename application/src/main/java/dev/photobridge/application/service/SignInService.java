package dev.photobridge.application.service;

import dev.photobridge.application.port.in.SignInUseCase;
import dev.photobridge.application.port.out.AccountRepository;
import dev.photobridge.application.port.out.PasswordHasher;
import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Checks names and passwords, a few at a time, since each check costs much memory and time on
/// purpose.
public final class SignInService implements SignInUseCase {
  private static final int CHECKS_AT_ONCE = 2;

  private final Accounts existing;
  private final AccountRepository accounts;
  private final PasswordHasher hasher;
  private final String decoy;
  private final Semaphore places = new Semaphore(CHECKS_AT_ONCE);

  /// @param existing the accounts of the credentials file; others that are still stored can't be
  ///   signed in to any more
  public SignInService(Accounts existing, AccountRepository accounts, PasswordHasher hasher) {
    this.existing = existing;
    this.accounts = accounts;
    this.hasher = hasher;
    this.decoy = hasher.decoy();
  }

  @Override
  public SignInOutcome signIn(String username, String password) {
    if (!places.tryAcquire()) {
      return new SignInOutcome.Busy();
    }
    try {
      Optional<Account> account =
          AccountName.parse(username).filter(existing::contains).flatMap(accounts::find);
      // an unknown name is checked against a hash too, so that time doesn't tell which names exist
      boolean right = hasher.matches(password, account.map(Account::passwordHash).orElse(decoy));
      return account.isPresent() && right
          ? new SignInOutcome.SignedIn(account.get().name())
          : new SignInOutcome.Wrong();
    } finally {
      places.release();
    }
  }
}
