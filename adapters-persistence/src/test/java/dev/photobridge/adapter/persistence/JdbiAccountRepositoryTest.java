package dev.photobridge.adapter.persistence;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiAccountRepositoryTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void findsWhatWasSaved() {
    repository(NOON).save(new Account(SERG, "hash of serg"));
    repository(NOON).save(new Account(new AccountName("igor"), "hash of igor"));

    assertThat(repository(NOON).find(SERG)).contains(new Account(SERG, "hash of serg"));
  }

  @Test
  void findsNothingWhereThereIsNoSuchAccount() {
    assertThat(repository(NOON).find(SERG)).isEmpty();
  }

  @Test
  void changesTheHashOfAnExistingAccountAndKeepsWhenItWasMade() {
    repository(NOON).save(new Account(SERG, "old"));
    repository(NOON.plusSeconds(60)).save(new Account(SERG, "new"));

    assertThat(repository(NOON).find(SERG)).contains(new Account(SERG, "new"));
    Instant createdAt =
        DATABASE
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT created_at FROM account")
                        .mapTo(Instant.class)
                        .one());
    assertThat(createdAt).isEqualTo(NOON);
  }

  private static JdbiAccountRepository repository(Instant now) {
    return new JdbiAccountRepository(DATABASE.jdbi(), InstantSource.fixed(now));
  }
}
