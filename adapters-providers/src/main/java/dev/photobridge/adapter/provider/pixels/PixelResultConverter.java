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

/// Converts results by decoding and encoding them anew, upright, in sRGB and without metadata.
/// Where no format is asked for and the image is of one that can't be written here, it becomes PNG
/// if something is transparent, else JPEG. Asking for such a format is answered with `Undecodable`.
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
    PixelSize size = wanted.sizeFor(facts.uprightSize());
    Optional<String> obstacle = obstacle(wanted, size);
    if (obstacle.isPresent()) {
      return new Conversion.Undecodable(obstacle.get());
    }
    long weight = reader.weight(facts, size) + encodingWeight(facts, wanted, size);
    return permits.call(weight, () -> converted(image, facts, wanted, size, drafts));
  }

  private static Optional<String> obstacle(OutputSettings wanted, PixelSize size) {
    @Nullable MediaType format = wanted.format();
    if (format == null) {
      return Optional.empty();
    }
    return Encoding.of(format, wanted.quality())
        .map(encoding -> PixelWriter.obstacle(encoding, size))
        .orElseGet(() -> Optional.of("no " + format + " can be written here"));
  }

  private static long encodingWeight(PhotoFacts facts, OutputSettings wanted, PixelSize size) {
    return likely(facts, wanted, size).map(encoding -> encoding.weight(size.area())).orElse(0L);
  }

  private Conversion converted(
      StoredFile image, PhotoFacts facts, OutputSettings wanted, PixelSize size, DraftSource drafts)
      throws IOException, InterruptedException {
    return switch (reader.read(image, facts, size)) {
      case PixelReading.Decoded decoded -> {
        Bitmap bitmap = decoded.bitmap();
        var drawn = DrawnPhoto.draw(bitmap, encoding(bitmap, facts, wanted), drafts);
        yield new Conversion.Converted(drawn.draft(), drawn.facts());
      }
      case PixelReading.Undecodable undecodable -> new Conversion.Undecodable(undecodable.reason());
    };
  }

  private static Encoding encoding(Bitmap bitmap, PhotoFacts facts, OutputSettings wanted) {
    return likely(facts, wanted, bitmap.size())
        .orElseGet(() -> Encoding.fitting(bitmap, wanted.quality()));
  }

  /// The format asked for, or else the image's own, where it can be written.
  private static Optional<Encoding> likely(
      PhotoFacts facts, OutputSettings wanted, PixelSize size) {
    return Optional.ofNullable(wanted.format())
        .or(() -> Optional.of(facts.type()))
        .flatMap(format -> Encoding.of(format, wanted.quality()))
        .filter(encoding -> PixelWriter.obstacle(encoding, size).isEmpty());
  }
}
