package dev.photobridge.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"serg", "igor", "a", "a-b_c9", "abcdefghijklmnopqrstuvwxyz012345"})
  void takesShortLowerCaseNames(String text) {
    assertThat(AccountName.parse(text)).contains(new AccountName(text));
    assertThat(new AccountName(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Serg",
        "9lives",
        "-a",
        "_a",
        "a b",
        "a/b",
        "a.b",
        "серж",
        "serg\n",
        "abcdefghijklmnopqrstuvwxyz0123456"
      })
  void refusesEverythingElse(String text) {
    assertThat(AccountName.parse(text)).isEmpty();
    assertThatThrownBy(() -> new AccountName(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void accountsDoNotShowTheirHash() {
    var account = new Account(new AccountName("serg"), "salt-and-hash");

    assertThat(account.toString()).contains("serg").doesNotContain("salt-and-hash");
  }
}
