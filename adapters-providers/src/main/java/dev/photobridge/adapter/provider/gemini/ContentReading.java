package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.GenerateContentResponseDto.CandidateDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentResponseDto.PartDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentResponseDto.PromptFeedbackDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentResponseDto.UsageMetadataDto;
import dev.photobridge.adapter.provider.http.ProviderWord;
import dev.photobridge.adapter.provider.http.ReceivedJson;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.Prices;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an answer with status 200 means, which is not success by itself: refusals, chatter without
/// an image and drafts of thought all come this way.
final class ContentReading {
  private final ReceivedJson received;
  private final GenerateContentResponseDto content;
  private final Prices prices;

  private ContentReading(ReceivedJson received, GenerateContentResponseDto content, Prices prices) {
    this.received = received;
    this.content = content;
    this.prices = prices;
  }

  /// @param received owns the images that are not taken
  static ProviderOutcome of(
      ReceivedJson received, GenerateContentResponseDto content, Prices prices) {
    return new ContentReading(received, content, prices).outcome();
  }

  private ProviderOutcome outcome() {
    Optional<String> placeholder = keeper();
    if (placeholder.isEmpty()) {
      return withoutImage();
    }
    Optional<MediaDraft> image = received.take(placeholder.get());
    return image.isPresent()
        ? new ProviderOutcome.Image(image.get(), cost(true), tokens())
        : failed(
            FailureKind.UNUSABLE_ANSWER,
            "IMAGE_NOT_BASE64",
            "the image in the answer is empty or not Base64",
            true);
  }

  /// The last image is the result: others before it are drafts of it. Images within thoughts are
  /// drafts, too, unless the model ended well and gave nothing else.
  private Optional<String> keeper() {
    Optional<String> result = lastImage(false);
    return result.isPresent() || !finishReason().equals(FinishReason.STOP)
        ? result
        : lastImage(true);
  }

  private Optional<String> lastImage(boolean thought) {
    return content.parts().stream()
        .filter(part -> part.isThought() == thought)
        .map(ContentReading::image)
        .flatMap(Optional::stream)
        .reduce((earlier, later) -> later);
  }

  private static Optional<String> image(PartDto part) {
    return Optional.ofNullable(part.inlineData())
        .map(GenerateContentResponseDto.InlineDataDto::data);
  }

  private ProviderOutcome withoutImage() {
    PromptFeedbackDto feedback = content.promptFeedback();
    if (feedback != null && feedback.blockReason() != null) {
      return failed(
          FailureKind.REFUSED,
          feedback.blockReason(),
          "the prompt or the photo was blocked" + quoted(feedback.blockReasonMessage()),
          false);
    }
    String reason = finishReason();
    FailureKind kind = FinishReason.kindOf(reason);
    return failed(kind, FinishReason.shown(reason), "no image in the answer" + said(), false);
  }

  private ProviderOutcome failed(
      FailureKind kind, String reason, String detail, boolean withImage) {
    return new ProviderOutcome.Failed(
        new JobFailure(kind, ProviderWord.of(reason, "UNKNOWN"), detail, cost(withImage)));
  }

  private Cost cost(boolean withImage) {
    UsageMetadataDto usage = content.usageMetadata();
    return usage == null && !withImage
        ? Cost.ZERO
        : prices.costOf(usage == null ? null : TokenBill.of(usage, withImage));
  }

  /// Sent, received and thought together: that is what the service's limits count.
  private long tokens() {
    UsageMetadataDto usage = content.usageMetadata();
    return usage == null ? 0 : TokenBill.of(usage, true).total();
  }

  private String finishReason() {
    return candidate().map(CandidateDto::finishReason).orElse("");
  }

  private Optional<CandidateDto> candidate() {
    return content.all().stream().findFirst();
  }

  /// What the model said instead, for the operator.
  private String said() {
    List<PartDto> parts = content.parts();
    Stream<@Nullable String> words =
        Stream.concat(
            candidate().map(CandidateDto::finishMessage).stream(),
            parts.stream().filter(part -> !part.isThought()).map(PartDto::text));
    return quoted(words.filter(Objects::nonNull).collect(Collectors.joining(" ")));
  }

  private static String quoted(@Nullable String text) {
    return text == null || text.isBlank() ? "" : ": " + text.strip();
  }
}
