package dev.photobridge.adapter.persistence.secrets;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.TypedSecret;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;

/// Makes secrets.
final class NewCredentials {
  private static final int PASSWORD_LENGTH = 20;
  private static final int JWT_SECRET_BYTES = 64;
  private static final int VAULT_KEY_BYTES = 32;

  private NewCredentials() {}

  static Credentials make(RandomGenerator random) {
    var passwords = new LinkedHashMap<AccountName, String>();
    Credentials.ACCOUNTS.forEach(
        name -> passwords.put(name, TypedSecret.make(random, PASSWORD_LENGTH)));
    return new Credentials(
        passwords,
        TypedSecret.make(random, TypedSecret.INGEST_PASSWORD_LENGTH),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, JWT_SECRET_BYTES)),
        Base64.getEncoder().encodeToString(bytes(random, VAULT_KEY_BYTES)));
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
