package dev.photobridge.adapter.provider.openai;

import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.media.PixelSize;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which size a call asks for: what the slot says, or what the catalogue's parameter `size` says.
///
/// @param rule `nearest`: the one of the sizes whose shape is most like the guest's photo; `none`:
///   no size is sent; anything else is sent as it is, such as `auto`
/// @param sizes to choose from
record ResultSize(String rule, List<PixelSize> sizes) {
  private static final String SETTING = "size";
  private static final String NEAREST = "nearest";
  private static final String NONE = "none";
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,4})x([1-9][0-9]{1,4})");

  /// @throws IllegalArgumentException when the sizes are none
  static ResultSize of(Parameters parameters) {
    return new ResultSize(
        parameters.text("size", NEAREST),
        parameters.list("sizes", "1024x1024,1536x1024,1024x1536").stream()
            .map(ResultSize::parsed)
            .toList());
  }

  Optional<String> of(ProviderCall call) {
    String wanted = call.settings().text(SETTING).orElse(rule);
    return switch (wanted) {
      case NONE -> Optional.empty();
      case NEAREST -> nearest(call.guestSize());
      default -> Optional.of(wanted);
    };
  }

  private Optional<String> nearest(PixelSize guest) {
    return sizes.stream()
        .min(Comparator.comparingDouble(guest::stretchTo))
        .map(size -> size.width() + "x" + size.height());
  }

  private static PixelSize parsed(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw Parameters.wrong("sizes", "a list such as 1024x1024,1536x1024");
    }
    return new PixelSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
  }
}
