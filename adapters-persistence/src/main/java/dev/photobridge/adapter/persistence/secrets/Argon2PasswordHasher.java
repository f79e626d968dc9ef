package dev.photobridge.adapter.persistence.secrets;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.photobridge.application.port.out.PasswordHasher;
import java.security.SecureRandom;
import java.util.Base64;

/// Argon2id with the smallest memory that OWASP's Password Storage Cheat Sheet gives, and the
/// passes that make up for it: 7 MiB, 5 passes, 1 lane. A server with a small heap can pay for
/// that. The hash carries its parameters and salt (PHC string format); one with other parameters
/// matches nothing, so that the next start writes it anew.
public final class Argon2PasswordHasher implements PasswordHasher {
  private static final int MEMORY_KIB = 7_168;
  private static final int PASSES = 5;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final String PARAMETERS =
      "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);

  /// A hasher that remembers nothing.
  public Argon2PasswordHasher() {}

  @Override
  public String hash(String password) {
    var argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
  }

  @Override
  public boolean matches(String password, String hash) {
    try {
      return hash.startsWith(PARAMETERS)
          && Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } catch (BadParametersException _) {
      // a damaged row, which the next start writes anew
      return false;
    }
  }

  @Override
  public String decoy() {
    return PARAMETERS + random(SALT_BYTES) + "$" + random(HASH_BYTES);
  }

  private static String random(int count) {
    var bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
