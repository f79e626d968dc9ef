package dev.photobridge.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final AccountName SERG = new AccountName("serg");
  private static final AccountName IGOR = new AccountName("igor");

  @Test
  void theFirstIsTheOneNamedFirst() {
    assertThat(new Accounts(List.of(SERG, IGOR)).first()).isEqualTo(SERG);
    assertThat(new Accounts(List.of(IGOR, SERG)).first()).isEqualTo(IGOR);
  }

  @Test
  void containsOnlyWhatItNames() {
    var accounts = new Accounts(List.of(SERG));

    assertThat(accounts.contains(SERG)).isTrue();
    assertThat(accounts.contains(IGOR)).isFalse();
  }

  @Test
  void thereIsAtLeastOne() {
    assertThatThrownBy(() -> new Accounts(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noneIsNamedTwice() {
    assertThatThrownBy(() -> new Accounts(List.of(SERG, IGOR, SERG)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsItsOwnCopy() {
    var names = new ArrayList<>(List.of(SERG));
    var accounts = new Accounts(names);
    names.add(IGOR);

    assertThat(accounts.names()).containsExactly(SERG);
  }
}
