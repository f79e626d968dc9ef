package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.AccountRepository;
import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The accounts in table `account`. Safe for use by many threads.
public final class JdbiAccountRepository implements AccountRepository {
  private final Jdbi jdbi;
  private final InstantSource clock;

  /// @param clock says when a new account was made
  public JdbiAccountRepository(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public Optional<Account> find(AccountName name) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT password_hash FROM account WHERE name = :name
                    """)
                .bind("name", name.value())
                .mapTo(String.class)
                .findOne()
                .map(hash -> new Account(name, hash)));
  }

  @Override
  public void save(Account account) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO account (name, password_hash, created_at)
                    VALUES (:name, :hash, :now)
                    ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash
                    """)
                .bind("name", account.name().value())
                .bind("hash", account.passwordHash())
                .bind("now", clock.instant())
                .execute());
  }
}
