package dev.photobridge.adapter.persistence.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void argon2KnowsItsPasswordAndNoOther() {
    var hasher = new Argon2PasswordHasher();
    String hash = hasher.hash("correct horse");

    assertThat(hash).startsWith("$argon2id$v=19$m=7168,t=5,p=1$").doesNotContain("horse");
    assertThat(hasher.matches("correct horse", hash)).isTrue();
    assertThat(hasher.matches("Correct horse", hash)).isFalse();
    assertThat(hasher.matches("", hash)).isFalse();
  }

  @Test
  void nothingMatchesWhatIsNoHash() {
    var hasher = new Argon2PasswordHasher();

    assertThat(hasher.matches("correct horse", "damaged")).isFalse();
    assertThat(hasher.matches("correct horse", "")).isFalse();
  }

  @Test
  void nothingMatchesAHashOfOtherParameters() {
    var hasher = new Argon2PasswordHasher();
    String hash = hasher.hash("correct horse");

    assertThat(hasher.matches("correct horse", hash.replace("t=5", "t=4"))).isFalse();
  }

  @Test
  void aDecoyIsCheckedLikeAHashAndMatchesNothing() {
    var hasher = new Argon2PasswordHasher();
    String decoy = hasher.decoy();

    assertThat(decoy).hasSameSizeAs(hasher.hash("correct horse")).startsWith("$argon2id$v=19$m=");
    assertThat(hasher.matches("correct horse", decoy)).isFalse();
    assertThat(hasher.decoy()).isNotEqualTo(decoy);
  }

  @Test
  void everyHashHasASaltOfItsOwn() {
    var hasher = new Argon2PasswordHasher();

    assertThat(hasher.hash("same")).isNotEqualTo(hasher.hash("same"));
  }

  @Test
  void theIngestPasswordIsComparedWhole() {
    var password = new DigestedIngestPassword(() -> "пароль-123");

    assertThat(password.matches("пароль-123")).isTrue();
    assertThat(password.matches("пароль-12")).isFalse();
    assertThat(password.matches("пароль-1234")).isFalse();
    assertThat(password.matches("")).isFalse();
  }
}
