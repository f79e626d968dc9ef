package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.SlotFixtures.ACCOUNTS;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.in.SignInUseCase.SignInOutcome;
import dev.photobridge.application.testing.InMemoryAccountRepository;
import dev.photobridge.application.testing.PlainPasswordHasher;
import dev.photobridge.domain.account.Account;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInServiceTest {
  private static final SignInOutcome WRONG = new SignInOutcome.Wrong();

  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository();
  private final PlainPasswordHasher hasher = new PlainPasswordHasher();
  private final SignInService service = new SignInService(ACCOUNTS, accounts, hasher);

  @BeforeEach
  void storeAccounts() {
    accounts.save(new Account(SERG, hasher.hash("serg's")));
    accounts.save(new Account(IGOR, hasher.hash("igor's")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"serg,serg's", "igor,igor's"})
  void theRightPasswordSignsIn(String name, String password) {
    assertThat(service.signIn(name, password))
        .isEqualTo(new SignInOutcome.SignedIn(new AccountName(name)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "serg,igor's",
        "serg,\"\"",
        "SERG,serg's",
        "nobody,serg's",
        "\"\",\"\"",
        "../serg,serg's",
        "nobody,a password that nobody has"
      })
  void everythingElseIsWrongAndTakesOneCheck(String name, String password) {
    assertThat(service.signIn(name, password)).isEqualTo(WRONG);
    assertThat(hasher.checked()).as("checks made").hasSize(1);
  }

  @Test
  void nobodySignsInToAnAccountThatIsOnlyStillStored() {
    var onlyIgor = new SignInService(new Accounts(List.of(IGOR)), accounts, hasher);

    assertThat(onlyIgor.signIn("serg", "serg's")).isEqualTo(WRONG);
    assertThat(onlyIgor.signIn("igor", "igor's")).isEqualTo(new SignInOutcome.SignedIn(IGOR));
  }

  @Test
  void onlyAFewPasswordsAreCheckedAtOnce() throws Exception {
    var checking = new CountDownLatch(2);
    var release = new CountDownLatch(1);
    hasher.beforeCheck(
        () -> {
          checking.countDown();
          awaited(release);
        });
    var under = new ArrayList<CompletableFuture<SignInOutcome>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      under.add(CompletableFuture.supplyAsync(() -> service.signIn("serg", "serg's"), executor));
      under.add(CompletableFuture.supplyAsync(() -> service.signIn("igor", "wrong"), executor));
      checking.await();

      assertThat(service.signIn("serg", "serg's")).isEqualTo(new SignInOutcome.Busy());

      release.countDown();
      assertThat(under.get(0).get()).isEqualTo(new SignInOutcome.SignedIn(SERG));
      assertThat(under.get(1).get()).isEqualTo(WRONG);
    }
    assertThat(service.signIn("serg", "serg's")).isEqualTo(new SignInOutcome.SignedIn(SERG));
  }

  @Test
  void aCheckThatBreaksGivesItsPlaceBack() {
    hasher.beforeCheck(
        () -> {
          throw new IllegalStateException("no memory for a hash");
        });
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> assertThat(service.signIn("serg", "serg's")).isNull())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
