package dev.photobridge.adapter.http.link;

import dev.photobridge.adapter.http.signature.TextSignature;
import dev.photobridge.application.port.out.CallbackAddresses;
import dev.photobridge.domain.job.JobId;
import java.net.URI;

/// Addresses for providers' reports, one a job, signed so that none can be made up. Nothing has to
/// be stored, and every node that has the same secret knows them. Safe for use by many threads.
public final class SignedCallbackAddresses implements CallbackAddresses {
  private final String base;
  private final TextSignature signature;

  /// @param publicBaseUrl how the outside reaches the server
  /// @param secret known to all nodes and nobody else
  public SignedCallbackAddresses(URI publicBaseUrl, String secret) {
    this.base = publicBaseUrl.toString().replaceFirst("/+$", "");
    this.signature = new TextSignature("webhook of job", secret);
  }

  @Override
  public String of(JobId job) {
    return base + "/webhooks/" + job + "/" + signature.of(job.toString());
  }

  /// Whether this is the signature in the job's address, compared in constant time.
  public boolean isSignature(JobId job, String candidate) {
    return signature.matches(candidate, job.toString());
  }
}
