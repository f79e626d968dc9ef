package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.AccountRepository;
import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps accounts in a map.
public final class InMemoryAccountRepository implements AccountRepository {
  private final Map<AccountName, Account> accounts = new ConcurrentHashMap<>();

  @Override
  public Optional<Account> find(AccountName name) {
    return Optional.ofNullable(accounts.get(name));
  }

  @Override
  public void save(Account account) {
    accounts.put(account.name(), account);
  }
}
