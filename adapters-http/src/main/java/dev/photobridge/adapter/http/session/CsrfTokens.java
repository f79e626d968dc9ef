package dev.photobridge.adapter.http.session;

import dev.photobridge.domain.account.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What pages show to prove that they are ours: a text that only this server can make of the
/// session's id, so nothing has to be kept, and all pages of a session share one.
final class CsrfTokens {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  CsrfTokens(byte[] secret) {
    // not the key of the tokens, so that neither can ever pass for the other
    this.key = new SecretKeySpec(hmac(new SecretKeySpec(secret, ALGORITHM), "csrf"), ALGORITHM);
  }

  String of(SessionId session) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, session.toString()));
  }

  boolean matches(String candidate, SessionId session) {
    return MessageDigest.isEqual(
        candidate.getBytes(StandardCharsets.UTF_8), of(session).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
