package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Optional;

/// Fetches images that a provider answers by their address. The address is foreign text: only
/// allowed hosts are asked, only at addresses of the internet unless the rules say otherwise, and
/// redirects are held against the same rules one by one. No key is ever sent. Safe for use by many
/// threads.
public final class ImageDownloads {
  private static final int MOST_REDIRECTS = 3;
  private static final int BUFFER_BYTES = 64 << 10;

  private final ProviderHttpClient http;

  /// @param http shared with other providers
  public ImageDownloads(ProviderHttpClient http) {
    this.http = http;
  }

  /// One answer on the way to an image.
  private sealed interface Step {
    record Fetched(MediaDraft image) implements Step {}

    record Redirected(String location) implements Step {}

    record Failed(JobFailure failure) implements Step {}
  }

  /// Fetches one image into a draft, which is the caller's then; what it is, is not looked at.
  ///
  /// A failure is `UNAVAILABLE` where a later try may bring it, and `UNUSABLE_ANSWER` where the
  /// address itself is not to be used, or leads to more than `maxBytes`.
  ///
  /// @throws UncheckedIOException when a file of ours can't be written
  /// @throws InterruptedException when the thread is interrupted; the exchange is then broken off
  public ExchangeOutcome<MediaDraft> fetch(
      URI address, DownloadRules rules, DraftSource drafts, Deadline deadline)
      throws InterruptedException {
    URI next = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      if (!rules.allow(next)) {
        return notAllowed(next);
      }
      switch (step(next, rules, drafts, deadline)) {
        case ExchangeOutcome.Broken<Step>(JobFailure failure) -> {
          return new ExchangeOutcome.Broken<>(failure);
        }
        case ExchangeOutcome.Answered<Step>(Step.Failed(JobFailure failure)) -> {
          return new ExchangeOutcome.Broken<>(failure);
        }
        case ExchangeOutcome.Answered<Step>(Step.Fetched(MediaDraft image)) -> {
          return new ExchangeOutcome.Answered<>(image);
        }
        case ExchangeOutcome.Answered<Step>(Step.Redirected(String location)) -> {
          Optional<URI> target = resolved(next, location);
          if (target.isEmpty()) {
            return unusable("RESULT_ADDRESS_INVALID", "the result's redirect leads nowhere");
          }
          next = target.get();
        }
      }
    }
    return unusable(
        "RESULT_REDIRECTS",
        "the result's address redirects more than " + MOST_REDIRECTS + " times");
  }

  private ExchangeOutcome<Step> step(
      URI address, DownloadRules rules, DraftSource drafts, Deadline deadline)
      throws InterruptedException {
    return http.get(
        HttpRequest.newBuilder(address).header("Accept", "image/*"),
        deadline,
        (status, headers, body) -> read(status, headers, body, rules, drafts),
        found -> rules.ownNetworkAllowed() || PublicAddresses.isPublic(found));
  }

  private static Step read(
      int status, HttpHeaders headers, InputStream body, DownloadRules rules, DraftSource drafts)
      throws IOException, UnusableAnswerException {
    return switch (status) {
      case 200 -> new Step.Fetched(kept(headers, body, rules.maxBytes(), drafts));
      case 301, 302, 303, 307, 308 ->
          new Step.Redirected(headers.firstValue("Location").orElse(""));
      default ->
          new Step.Failed(
              JobFailure.of(
                  FailureKind.UNAVAILABLE,
                  "RESULT_HTTP_" + status,
                  "the result can't be fetched from its address (HTTP " + status + ")"));
    };
  }

  private static MediaDraft kept(
      HttpHeaders headers, InputStream body, long maxBytes, DraftSource drafts)
      throws IOException, UnusableAnswerException {
    if (headers.firstValueAsLong("Content-Length").orElse(0) > maxBytes) {
      throw tooLarge(maxBytes);
    }
    MediaDraft draft = begun(drafts);
    boolean whole = false;
    try {
      copy(body, draft, maxBytes);
      whole = true;
      return draft;
    } finally {
      if (!whole) {
        draft.close();
      }
    }
  }

  private static void copy(InputStream body, MediaDraft draft, long maxBytes)
      throws IOException, UnusableAnswerException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long length = 0;
    try (OutputStream file = opened(draft)) {
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        length += count;
        if (length > maxBytes) {
          throw tooLarge(maxBytes);
        }
        write(file, buffer, count);
      }
    }
    if (length == 0) {
      throw UnusableAnswerException.cutOff();
    }
  }

  /// Trouble with our own files must not pass for the provider's.
  private static MediaDraft begun(DraftSource drafts) {
    try {
      return drafts.begin();
    } catch (IOException e) {
      throw new UncheckedIOException("can't write a result", e);
    }
  }

  private static OutputStream opened(MediaDraft draft) {
    try {
      return draft.write();
    } catch (IOException e) {
      throw new UncheckedIOException("can't write a result", e);
    }
  }

  private static void write(OutputStream file, byte[] buffer, int count) {
    try {
      file.write(buffer, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write a result", e);
    }
  }

  private static UnusableAnswerException tooLarge(long maxBytes) {
    return UnusableAnswerException.tooLarge("an image of more than " + maxBytes + " bytes");
  }

  private static Optional<URI> resolved(URI from, String location) {
    try {
      return location.isBlank() ? Optional.empty() : Optional.of(from.resolve(location.strip()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static ExchangeOutcome<MediaDraft> notAllowed(URI address) {
    return unusable(
        "RESULT_HOST_NOT_ALLOWED",
        "the result lies at "
            + address.getScheme()
            + "://"
            + address.getRawAuthority()
            + ", which is not among the allowed hosts");
  }

  private static ExchangeOutcome<MediaDraft> unusable(String reason, String detail) {
    return new ExchangeOutcome.Broken<>(JobFailure.of(FailureKind.UNUSABLE_ANSWER, reason, detail));
  }
}
