package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.ContentDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.FileDataDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.GenerationConfigDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.ImageConfigDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.InlineDataDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.PartDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.SafetySettingDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.ThinkingConfigDto;
import dev.photobridge.adapter.provider.http.InlineImage;
import dev.photobridge.application.port.out.ProviderCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts a call into the service's words: the images in the operation's order, then the prompt, and
/// how the result shall be. The prompt stands last however many images there are: Google says so
/// for one, and the templates count the images before it ("the second image").
final class GeminiRequest {
  private GeminiRequest() {}

  /// @param images the call's, prepared, in the same order
  static GenerateContentRequestDto of(
      ProviderCall call,
      ModelAbilities model,
      List<CallImage> images,
      List<SafetySettingDto> safety) {
    var parts = new ArrayList<PartDto>();
    images.stream().map(GeminiRequest::part).forEach(parts::add);
    if (!call.prompt().isEmpty()) {
      parts.add(PartDto.of(call.prompt()));
    }
    return new GenerateContentRequestDto(
        List.of(new ContentDto("user", parts)),
        config(call, model),
        safety.isEmpty() ? null : safety);
  }

  private static PartDto part(CallImage image) {
    return switch (image) {
      case CallImage.Inline(var photo) ->
          PartDto.of(new InlineDataDto(photo.type().mime(), new InlineImage(photo.bytes())));
      case CallImage.Uploaded(var file) ->
          PartDto.of(new FileDataDto(file.type().mime(), file.uri()));
    };
  }

  private static GenerationConfigDto config(ProviderCall call, ModelAbilities model) {
    return new GenerationConfigDto(
        List.of("IMAGE"), seed(call), image(call, model), thinking(call, model));
  }

  /// Only with the first call: what this seed did not bring, it would not bring again.
  private static @Nullable Integer seed(ProviderCall call) {
    return call.attempt() > 1 ? null : call.settings().integer("seed").orElse(null);
  }

  private static ImageConfigDto image(ProviderCall call, ModelAbilities model) {
    Optional<String> size = call.settings().text("image_size").flatMap(model::size);
    return new ImageConfigDto(model.ratioFor(call.guestSize()).wire(), size.orElse(null));
  }

  private static @Nullable ThinkingConfigDto thinking(ProviderCall call, ModelAbilities model) {
    return call.settings()
        .text("thinking_level")
        .flatMap(model::thinkingLevel)
        .map(ThinkingConfigDto::new)
        .orElse(null);
  }
}
