package dev.photobridge.adapter.persistence.secrets;

import dev.photobridge.domain.account.AccountName;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;

/// Makes secrets.
final class NewCredentials {
  /// Without characters that are taken for one another when they are typed from paper.
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int PASSWORD_LENGTH = 20;
  // typed into the booth software by hand; still beyond guessing over a network
  private static final int INGEST_PASSWORD_LENGTH = 12;
  private static final int JWT_SECRET_BYTES = 64;
  private static final int VAULT_KEY_BYTES = 32;

  private NewCredentials() {}

  static Credentials make(RandomGenerator random) {
    var passwords = new LinkedHashMap<AccountName, String>();
    Credentials.ACCOUNTS.forEach(name -> passwords.put(name, text(random, PASSWORD_LENGTH)));
    return new Credentials(
        passwords,
        text(random, INGEST_PASSWORD_LENGTH),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, JWT_SECRET_BYTES)),
        Base64.getEncoder().encodeToString(bytes(random, VAULT_KEY_BYTES)));
  }

  private static String text(RandomGenerator random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
