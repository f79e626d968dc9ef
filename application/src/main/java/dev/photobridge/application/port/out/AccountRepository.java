package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import java.util.Optional;

/// Keeps the accounts.
public interface AccountRepository {
  /// The account of this name.
  Optional<Account> find(AccountName name);

  /// Stores the account, new or changed.
  void save(Account account);
}
