package dev.photobridge.adapter.http.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs texts with a secret, for one purpose. Nothing has to be stored, and every node that has
/// the same secret knows the signatures. Safe for use by many threads.
public final class TextSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private final String purpose;
  private final SecretKeySpec key;

  /// @param purpose keeps these signatures apart from whatever else the secret signs
  /// @param secret known to all nodes and nobody else
  public TextSignature(String purpose, String secret) {
    this.purpose = purpose;
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /// The signature of this text, fit for addresses and headers.
  public String of(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signature = mac.doFinal((purpose + " " + text).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /// Whether this is the signature of the text, compared in constant time.
  public boolean matches(String candidate, String text) {
    return MessageDigest.isEqual(
        of(text).getBytes(StandardCharsets.US_ASCII), candidate.getBytes(StandardCharsets.UTF_8));
  }
}
