package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.Layer.Fit;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.Encoding;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.slot.OutputSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one call: which operation, with which settings, on which images.
final class OrderReader {
  private static final String OVERLAY = "overlay_media_id";
  private static final String BACKGROUND = "base_media_id";
  private static final int GREEN_SCREEN = 0x00b140;
  private static final double TOLERANCE = 0.35;
  private static final double SOFTNESS = 0.4;

  private final ProviderCall call;
  private final CallImages images;
  private final SettingsReader settings;

  OrderReader(ProviderCall call) {
    this.call = call;
    this.images = new CallImages(call);
    this.settings = new SettingsReader(call.settings());
  }

  LocalOrder read() {
    OutputSettings output = output();
    Optional<CallPhoto> guest = images.guest();
    settings.require(guest.isPresent(), "the operation's media_parts name no guest photo");
    Optional<Composition> composition = guest.flatMap(photo -> composition(photo, output));
    return settings.complaints().isEmpty() && composition.isPresent()
        ? new LocalOrder.Understood(composition.get(), output)
        : new LocalOrder.Rejected(String.join("; ", settings.complaints()));
  }

  private Optional<Composition> composition(CallPhoto guest, OutputSettings output) {
    return switch (call.operation().id().value()) {
      case "change_image" -> Optional.of(newColours(guest, output));
      case "combine_images" -> framed(guest, output);
      case "replace_background" -> newBackground(guest, output);
      default -> {
        settings.require(false, "local does not know the operation " + call.operation().id());
        yield Optional.empty();
      }
    };
  }

  private Composition newColours(CallPhoto guest, OutputSettings output) {
    ColourEffect effect = effect();
    return new Composition(
        output.sizeFor(guest.facts().uprightSize()),
        List.of(new Layer(guest, Fit.STRETCH)),
        layers -> {
          effect.apply(layers.getFirst().argb());
          return layers.getFirst();
        });
  }

  private ColourEffect effect() {
    String word = settings.requiredWord("effect", List.of("black_and_white", "sepia", "vivid"));
    double strength = settings.fraction("strength", 1);
    return switch (word) {
      case "black_and_white" -> Toning.blackAndWhite(strength);
      case "sepia" -> Toning.sepia(strength);
      default -> new Vivid(strength);
    };
  }

  private Optional<Composition> newBackground(CallPhoto guest, OutputSettings output) {
    ChromaKey key = key();
    PixelSize size = output.sizeFor(guest.facts().uprightSize());
    return required(BACKGROUND)
        .map(
            background ->
                new Composition(
                    size,
                    List.of(new Layer(guest, Fit.COVER), new Layer(background, Fit.COVER)),
                    layers -> onBackground(key, layers)));
  }

  private Optional<Composition> framed(CallPhoto guest, OutputSettings output) {
    boolean sizeOfPhoto = settings.word("fit", List.of("overlay", "photo")).equals("photo");
    ChromaKey key = key();
    return required(OVERLAY).map(overlay -> framed(guest, overlay, sizeOfPhoto, key, output));
  }

  private Composition framed(
      CallPhoto guest,
      CallPhoto overlay,
      boolean sizeOfPhoto,
      ChromaKey key,
      OutputSettings output) {
    CallPhoto measure = sizeOfPhoto ? guest : overlay;
    var layers = new ArrayList<Layer>();
    layers.add(new Layer(guest, Fit.COVER));
    images.slotImage(BACKGROUND).ifPresent(image -> layers.add(new Layer(image, Fit.COVER)));
    layers.add(new Layer(overlay, Fit.STRETCH));
    return new Composition(
        output.sizeFor(measure.facts().uprightSize()),
        layers,
        pictures -> {
          Bitmap overlaid = pictures.getLast();
          Bitmap picture = onBackground(key, pictures.subList(0, pictures.size() - 1));
          Overlay.lay(overlaid.argb(), picture.argb());
          return picture;
        });
  }

  /// The first picture, put before the second one if there is one.
  private static Bitmap onBackground(ChromaKey key, List<Bitmap> pictures) {
    Bitmap picture = pictures.getFirst().onWhite();
    if (pictures.size() > 1) {
      key.replace(picture.argb(), pictures.get(1).onWhite().argb());
    }
    return picture;
  }

  private ChromaKey key() {
    int colour = settings.colour("key_color", GREEN_SCREEN);
    settings.require(ChromaKey.isDistinct(colour), "key_color is too near to gray");
    return new ChromaKey(
        colour, settings.fraction("tolerance", TOLERANCE), settings.fraction("softness", SOFTNESS));
  }

  private Optional<CallPhoto> required(String setting) {
    Optional<CallPhoto> image = images.slotImage(setting);
    settings.require(image.isPresent(), setting + " is missing");
    return image;
  }

  private OutputSettings output() {
    OutputSettings output = call.settings().output();
    MediaType format = output.format();
    settings.require(
        format == null || Encoding.of(format, output.quality()).isPresent(),
        "output.format must be jpeg, png or webp");
    return output;
  }
}
