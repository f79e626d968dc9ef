package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.DownloadRules;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ImageDownloads;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.net.URI;
import java.util.Optional;

/// Fetches images that a server answered by their address. The call is paid for by then, so a
/// failure costs what the call cost.
///
/// @param base of the server, for addresses that are only a path
record LinkedImages(ImageDownloads downloads, DownloadRules rules, URI base) {
  ProviderOutcome fetched(ImageAnswer.Linked linked, DraftSource drafts, Deadline deadline)
      throws InterruptedException {
    Optional<URI> address = address(linked.address());
    if (address.isEmpty()) {
      return failed(
          linked,
          JobFailure.of(
              FailureKind.UNUSABLE_ANSWER,
              "RESULT_ADDRESS_INVALID",
              "the answer has no address where its image should be; if it has the image itself,"
                  + " set the parameter response_format to b64_json"));
    }
    var outcome = downloads.fetch(address.get(), rules, drafts, deadline);
    if (outcome instanceof ExchangeOutcome.Broken<MediaDraft>(JobFailure failure)
        && failure.kind() == FailureKind.UNAVAILABLE
        && !deadline.hasPassed()) {
      // another call would be paid for once more
      outcome = downloads.fetch(address.get(), rules, drafts, deadline);
    }
    return switch (outcome) {
      case ExchangeOutcome.Answered<MediaDraft>(MediaDraft image) ->
          new ProviderOutcome.Image(image, linked.cost(), linked.tokens());
      case ExchangeOutcome.Broken<MediaDraft>(JobFailure failure) -> failed(linked, failure);
    };
  }

  private Optional<URI> address(String text) {
    try {
      URI address = base.resolve(text.strip());
      return Optional.of(address).filter(found -> found.getHost() != null);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static ProviderOutcome failed(ImageAnswer.Linked linked, JobFailure failure) {
    return new ProviderOutcome.Failed(failure.billed(linked.cost()));
  }
}
