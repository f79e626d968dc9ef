package dev.photobridge.adapter.http.link;

import dev.photobridge.application.port.out.CallbackAddresses;
import dev.photobridge.domain.job.JobId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Addresses for providers' reports, one a job, signed so that none can be made up. Nothing has to
/// be stored, and every node that has the same secret knows them. Safe for use by many threads.
public final class SignedCallbackAddresses implements CallbackAddresses {
  private static final String ALGORITHM = "HmacSHA256";

  /// Keeps these signatures apart from whatever else the secret signs.
  private static final String PURPOSE = "webhook of job ";

  private final String base;
  private final SecretKeySpec key;

  /// @param publicBaseUrl how the outside reaches the server
  /// @param secret known to all nodes and nobody else
  public SignedCallbackAddresses(URI publicBaseUrl, String secret) {
    this.base = publicBaseUrl.toString().replaceFirst("/+$", "");
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  @Override
  public String of(JobId job) {
    return base + "/webhooks/" + job + "/" + signature(job);
  }

  /// Whether this is the signature in the job's address, compared in constant time.
  public boolean isSignature(JobId job, String candidate) {
    return MessageDigest.isEqual(
        signature(job).getBytes(StandardCharsets.US_ASCII),
        candidate.getBytes(StandardCharsets.UTF_8));
  }

  private String signature(JobId job) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signature = mac.doFinal((PURPOSE + job).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
