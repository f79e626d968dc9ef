package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.Layer.Fit;
import dev.photobridge.adapter.provider.local.lettering.Typeface;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.domain.media.PixelSize;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what every operation may put on its result: a watermark, and above it a text.
final class FinishReader {
  private static final int MAX_TEXT = 200;
  private static final int WHITE = 0xffffff;

  private final SettingsReader settings;
  private final CallImages images;

  FinishReader(SettingsReader settings, CallImages images) {
    this.settings = settings;
    this.images = images;
  }

  /// @param picture size of the result
  List<Touch> touches(PixelSize picture) {
    Optional<Touch> watermark = watermark(picture);
    Optional<Touch> stamp = stamp();
    return Stream.of(watermark, stamp).flatMap(Optional::stream).toList();
  }

  private Optional<Touch> watermark(PixelSize picture) {
    Place place = place("watermark_position", "top_right");
    int percent = settings.percent("watermark_size", 20, 1, 100);
    double opacity = settings.fraction("watermark_opacity", 0.8);
    return images
        .slotImage("watermark_media_id")
        .map(
            image ->
                new WatermarkTouch(
                    new Layer(image, markSize(image, picture, percent), Fit.STRETCH),
                    place,
                    (int) Math.round(Overlay.FULL * opacity)));
  }

  /// So wide as is asked for, but no higher than the picture.
  private static PixelSize markSize(CallPhoto image, PixelSize picture, int percent) {
    PixelSize mark = image.facts().uprightSize();
    double width = picture.width() * percent / 100.0;
    double factor = Math.min(width / mark.width(), (double) picture.height() / mark.height());
    return new PixelSize(
        Math.max(1, (int) Math.round(mark.width() * factor)),
        Math.max(1, (int) Math.round(mark.height() * factor)));
  }

  private Optional<Touch> stamp() {
    Place place = place("stamp_position", "bottom_center");
    Typeface typeface = Typeface.of(settings.word("stamp_font", Typeface.words(), "sans"));
    double size = settings.percent("stamp_size", 5, 1, 20) / 100.0;
    int colour = settings.colour("stamp_color", WHITE);
    return settings
        .text("stamp_text")
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(FinishReader::bounded)
        .map(text -> new StampTouch(new Stamp(text, typeface, place, size, colour)));
  }

  private Place place(String setting, String standard) {
    return Place.of(settings.word(setting, Place.words(), standard));
  }

  /// Variables may make a text longer than it was when it was saved.
  private static String bounded(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= MAX_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT));
  }
}
