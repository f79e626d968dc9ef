package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.slot.OutputSettings;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Converts results by decoding and encoding them anew, upright and without metadata. Where no
/// format is asked for and the image is of one that can't be written (WEBP), it becomes PNG if
/// something is transparent, else JPEG. Asking for such a format is answered with `Undecodable`.
/// Safe for use by many threads.
public final class PixelResultConverter implements ResultConverter {
  private final PixelReader reader;
  private final DecodePermits permits;

  /// @param permits bound the decoding
  public PixelResultConverter(PixelReader reader, DecodePermits permits) {
    this.reader = reader;
    this.permits = permits;
  }

  @Override
  public Conversion convert(
      StoredFile image, PhotoFacts facts, OutputSettings wanted, DraftSource drafts)
      throws IOException, InterruptedException {
    @Nullable MediaType format = wanted.format();
    if (format != null && Encoding.of(format, wanted.quality()).isEmpty()) {
      return new Conversion.Undecodable("no " + format + " can be written here");
    }
    PixelSize size = wanted.sizeFor(facts.uprightSize());
    long weight = reader.weight(facts, size) + size.area();
    return permits.call(weight, () -> converted(image, facts, wanted, size, drafts));
  }

  private Conversion converted(
      StoredFile image, PhotoFacts facts, OutputSettings wanted, PixelSize size, DraftSource drafts)
      throws IOException, InterruptedException {
    return switch (reader.read(image, facts, size)) {
      case PixelReading.Decoded decoded -> {
        Bitmap bitmap = Scaler.scale(decoded.bitmap(), size);
        var drawn = DrawnPhoto.draw(bitmap, encoding(bitmap, facts, wanted), drafts);
        yield new Conversion.Converted(drawn.draft(), drawn.facts());
      }
      case PixelReading.Undecodable undecodable -> new Conversion.Undecodable(undecodable.reason());
    };
  }

  private static Encoding encoding(Bitmap bitmap, PhotoFacts facts, OutputSettings wanted) {
    return Optional.ofNullable(wanted.format())
        .or(() -> Optional.of(facts.type()))
        .flatMap(format -> Encoding.of(format, wanted.quality()))
        .orElseGet(() -> Encoding.fitting(bitmap, wanted.quality()));
  }
}
