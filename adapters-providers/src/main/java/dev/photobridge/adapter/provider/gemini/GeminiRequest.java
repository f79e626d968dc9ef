package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.ContentDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.GenerationConfigDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.ImageConfigDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.InlineDataDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentRequestDto.PartDto;
import dev.photobridge.adapter.provider.http.InlineImage;
import dev.photobridge.adapter.provider.http.SendablePhoto.Ready;
import dev.photobridge.application.port.out.ProviderCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a call into the service's words: the images in their order, then the prompt, and how the
/// result shall be.
final class GeminiRequest {
  private GeminiRequest() {}

  /// @param photos the call's, prepared, in the same order
  static GenerateContentRequestDto of(ProviderCall call, List<Ready> photos) {
    var parts = new ArrayList<PartDto>();
    for (Ready photo : photos) {
      var image = new InlineImage(photo.bytes());
      parts.add(PartDto.of(new InlineDataDto(photo.type().mime(), image)));
    }
    if (!call.prompt().isEmpty()) {
      parts.add(PartDto.of(call.prompt()));
    }
    return new GenerateContentRequestDto(List.of(new ContentDto("user", parts)), config(call));
  }

  private static GenerationConfigDto config(ProviderCall call) {
    return new GenerationConfigDto(
        List.of("IMAGE"), call.settings().integer("seed").orElse(null), image(call));
  }

  private static ImageConfigDto image(ProviderCall call) {
    Optional<String> size = call.settings().text("image_size");
    // not every model takes the size, so none is sent unless the slot names one
    return new ImageConfigDto(AspectRatio.nearestTo(call.guestSize()).wire(), size.orElse(null));
  }
}
