package dev.photobridge.adapter.persistence.secrets;

import dev.photobridge.application.port.out.IngestPassword;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The ingest password of the credentials file.
public final class CredentialsIngestPassword implements IngestPassword {
  private final byte[] digest;

  /// @param credentials as read at the start
  public CredentialsIngestPassword(Credentials credentials) {
    this.digest = digest(credentials.ingestPassword());
  }

  @Override
  public boolean matches(String candidate) {
    // digests have one length, so that not even the password's length shows in the time
    return MessageDigest.isEqual(digest, digest(candidate));
  }

  private static byte[] digest(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
