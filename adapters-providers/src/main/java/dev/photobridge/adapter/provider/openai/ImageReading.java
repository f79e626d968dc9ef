package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.ReceivedJson;
import dev.photobridge.adapter.provider.http.ServiceError;
import dev.photobridge.adapter.provider.openai.ImagesResponseDto.ImageDto;
import dev.photobridge.adapter.provider.openai.ImagesResponseDto.UsageDto;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.provider.TokenUsage;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What an answer with status 200 means, which need not have an image in it.
///
/// @param received owns the images that are not taken
record ImageReading(ReceivedJson received, ImagesResponseDto response, Prices prices) {
  /// @param error the error that the answer has in it, where it has no image
  ImageAnswer answer(Supplier<ServiceError> error) {
    Optional<ImageDto> image = response.image();
    if (image.isEmpty()) {
      return new ImageAnswer.Ended(withoutImage(error.get()));
    }
    Optional<MediaDraft> inline =
        Optional.ofNullable(image.get().b64Json()).flatMap(received::take);
    if (inline.isPresent()) {
      return new ImageAnswer.Ended(
          new ProviderOutcome.Image(inline.get(), prices.costOf(usage()), tokens()));
    }
    return image
        .get()
        .link()
        .<ImageAnswer>map(link -> new ImageAnswer.Linked(link, prices.costOf(usage()), tokens()))
        .orElseGet(() -> new ImageAnswer.Ended(notBase64()));
  }

  private ProviderOutcome withoutImage(ServiceError error) {
    boolean refused = error.isAbout(ErrorMeaning.REFUSALS);
    String said = error.message().isBlank() ? "" : ": " + error.message();
    return failed(
        refused ? FailureKind.REFUSED : FailureKind.NO_IMAGE,
        error.word().isEmpty() ? "NO_IMAGE" : error.word(),
        "no image in the answer" + said,
        usage() == null ? Cost.ZERO : prices.costOf(usage()));
  }

  private ProviderOutcome notBase64() {
    return failed(
        FailureKind.UNUSABLE_ANSWER,
        "IMAGE_NOT_BASE64",
        "the image in the answer is empty or not Base64",
        prices.costOf(usage()));
  }

  private @Nullable TokenUsage usage() {
    UsageDto usage = response.usage();
    return usage == null ? null : TokenBill.of(usage);
  }

  private long tokens() {
    TokenUsage usage = usage();
    return usage == null ? 0 : usage.input() + usage.textOutput() + usage.imageOutput();
  }

  private static ProviderOutcome failed(FailureKind kind, String reason, String detail, Cost cost) {
    return new ProviderOutcome.Failed(new JobFailure(kind, reason, detail, cost));
  }
}
