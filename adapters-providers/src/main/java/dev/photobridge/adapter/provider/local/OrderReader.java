package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.Layer.Fit;
import dev.photobridge.adapter.provider.local.look.Look;
import dev.photobridge.adapter.provider.pixels.Encoding;
import dev.photobridge.adapter.provider.pixels.PixelWriter;
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
  private static final int MAX_GAP_PERCENT = 10;
  private static final int WHITE = 0xffffff;

  private final ProviderCall call;
  private final CallImages images;
  private final SettingsReader settings;
  private final LookReader looks;
  private final FinishReader finish;

  OrderReader(ProviderCall call) {
    this.call = call;
    this.images = new CallImages(call);
    this.settings = new SettingsReader(call.settings());
    this.looks = new LookReader(settings);
    this.finish = new FinishReader(settings, images);
  }

  LocalOrder read() {
    OutputSettings output = call.settings().output();
    Optional<CallPhoto> guest = images.guest();
    settings.require(guest.isPresent(), "the operation's media_parts name no guest photo");
    Optional<Composition> composition = guest.flatMap(photo -> composition(photo, output));
    composition.ifPresent(made -> requireWritable(output, made.size()));
    return settings.complaints().isEmpty() && composition.isPresent()
        ? new LocalOrder.Understood(composition.get(), output)
        : new LocalOrder.Rejected(String.join("; ", settings.complaints()));
  }

  private Optional<Composition> composition(CallPhoto guest, OutputSettings output) {
    PixelSize size = output.sizeFor(guest.facts().uprightSize());
    return switch (call.operation().id().value()) {
      case "change_image" -> Optional.of(newLook(guest, size));
      case "combine_images" -> framed(guest, output);
      case "replace_background" -> newBackground(guest, size);
      case "collage" -> Optional.of(collage(guest, size));
      default -> {
        settings.require(false, "local does not know the operation " + call.operation().id());
        yield Optional.empty();
      }
    };
  }

  private Composition newLook(CallPhoto guest, PixelSize size) {
    Touch look = new LookTouch(looks.required("effect"));
    return finished(new Layer(guest, size, Fit.STRETCH), size, List.of(look));
  }

  private Optional<Composition> newBackground(CallPhoto guest, PixelSize size) {
    ChromaKey key = key();
    List<Touch> look = look();
    return required(BACKGROUND)
        .map(
            background -> {
              var touches = new ArrayList<Touch>();
              touches.add(new BackgroundTouch(key, new Layer(background, size, Fit.COVER)));
              touches.addAll(look);
              return finished(new Layer(guest, size, Fit.COVER), size, touches);
            });
  }

  private Optional<Composition> framed(CallPhoto guest, OutputSettings output) {
    boolean sizeOfPhoto = settings.word("fit", List.of("overlay", "photo")).equals("photo");
    ChromaKey key = key();
    List<Touch> look = look();
    return required(OVERLAY)
        .map(
            overlay -> {
              CallPhoto measure = sizeOfPhoto ? guest : overlay;
              PixelSize size = output.sizeFor(measure.facts().uprightSize());
              var touches = new ArrayList<Touch>();
              images
                  .slotImage(BACKGROUND)
                  .map(image -> new BackgroundTouch(key, new Layer(image, size, Fit.COVER)))
                  .ifPresent(touches::add);
              touches.addAll(look);
              touches.add(new FrameTouch(new Layer(overlay, size, Fit.STRETCH)));
              return finished(new Layer(guest, size, Fit.COVER), size, touches);
            });
  }

  private Composition collage(CallPhoto guest, PixelSize size) {
    int percent = settings.percent("gap", 1, 0, MAX_GAP_PERCENT);
    int gap = (int) Math.round(percent / 100.0 * size.shortestSide());
    List<Look> four =
        List.of(
            looks.orNone("effect_top_left", "none"),
            looks.orNone("effect_top_right", "warm_film"),
            looks.orNone("effect_bottom_left", "black_and_white"),
            looks.orNone("effect_bottom_right", "duotone"));
    Touch collage = new CollageTouch(four, size, gap, settings.colour("gap_color", WHITE));
    var cell = new Layer(guest, CollageTouch.cell(size, gap), Fit.COVER);
    return finished(cell, size, List.of(collage));
  }

  private Composition finished(Layer base, PixelSize size, List<Touch> touches) {
    var all = new ArrayList<>(touches);
    all.addAll(finish.touches(size));
    return new Composition(base, all);
  }

  private List<Touch> look() {
    return List.of(new LookTouch(looks.orNone("effect", "none")));
  }

  private ChromaKey key() {
    int colour = settings.colour("key_color", GREEN_SCREEN);
    settings.require(ChromaKey.isDistinct(colour), "key_color is too near to gray");
    return new ChromaKey(
        colour,
        settings.fraction("tolerance", TOLERANCE),
        settings.fraction("softness", SOFTNESS),
        settings.fraction("spill", 1));
  }

  private Optional<CallPhoto> required(String setting) {
    Optional<CallPhoto> image = images.slotImage(setting);
    settings.require(image.isPresent(), setting + " is missing");
    return image;
  }

  private void requireWritable(OutputSettings output, PixelSize size) {
    MediaType format = output.format();
    if (format != null) {
      Encoding.of(format, output.quality())
          .map(encoding -> PixelWriter.obstacle(encoding, size))
          .orElse(Optional.of("output.format must be jpeg, png or webp"))
          .ifPresent(obstacle -> settings.require(false, obstacle));
    }
  }
}
