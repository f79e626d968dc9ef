package dev.photobridge.adapter.persistence.secrets;

import dev.photobridge.application.port.out.IngestPassword;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;

/// Compares digests of passwords. Safe for use by many threads.
public final class DigestedIngestPassword implements IngestPassword {
  private final Supplier<String> current;

  /// @param current the password, asked for with each comparison since operators change it
  public DigestedIngestPassword(Supplier<String> current) {
    this.current = current;
  }

  @Override
  public boolean matches(String candidate) {
    // digests have one length, so that not even the password's length shows in the time
    return MessageDigest.isEqual(digest(current.get()), digest(candidate));
  }

  private static byte[] digest(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
