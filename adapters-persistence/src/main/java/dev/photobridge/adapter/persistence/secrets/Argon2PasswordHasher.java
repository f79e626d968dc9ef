package dev.photobridge.adapter.persistence.secrets;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.photobridge.application.port.out.PasswordHasher;

/// Argon2id with the parameters that OWASP's Password Storage Cheat Sheet gives: 19 MiB, 2 passes,
/// 1 lane. The hash carries its parameters and salt (PHC string format).
public final class Argon2PasswordHasher implements PasswordHasher {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function argon2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /// A hasher that remembers nothing.
  public Argon2PasswordHasher() {}

  @Override
  public String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
  }

  @Override
  public boolean matches(String password, String hash) {
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } catch (BadParametersException _) {
      // a damaged row, which the next start writes anew
      return false;
    }
  }
}
