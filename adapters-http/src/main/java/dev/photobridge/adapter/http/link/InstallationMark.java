package dev.photobridge.adapter.http.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By what an installation knows itself from outside: all its nodes show the same mark, no other
/// installation does, and it tells nothing about the secret that it is made of.
public final class InstallationMark {
  /// The header of `/health/live` that has it.
  public static final String HEADER = "X-Photobridge-Installation";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "mark of the installation";
  private static final int LENGTH = 16;

  private InstallationMark() {}

  /// The mark of the installation with this secret.
  ///
  /// @param secret known to all nodes and nobody else
  public static String of(String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] mark = mac.doFinal(PURPOSE.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mark, 0, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
