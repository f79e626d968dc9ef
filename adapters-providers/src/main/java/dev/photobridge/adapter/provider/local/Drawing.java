package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.Encoding;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.pixels.PixelReading;
import dev.photobridge.adapter.provider.pixels.PixelWriter;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.slot.OutputSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Carries out one order; for one thread.
final class Drawing {
  private final PixelReader reader;
  private final Composition composition;
  private final OutputSettings output;
  private final Deadline deadline;

  /// @param deadline looked at before every step
  Drawing(PixelReader reader, LocalOrder.Understood order, Deadline deadline) {
    this.reader = reader;
    this.composition = order.composition();
    this.output = order.output();
    this.deadline = deadline;
  }

  /// Pixels held at the peak: while an image is read, in a step, or while the result is written.
  long weight() {
    long peak = composition.base().weight(reader);
    PixelSize size = composition.base().size();
    for (Touch touch : composition.touches()) {
      long held = size.area();
      for (Layer layer : touch.layers()) {
        peak = Math.max(peak, held + layer.weight(reader));
        held += layer.size().area();
      }
      peak = Math.max(peak, held + touch.weight(size));
      size = touch.size(size);
    }
    return Math.max(peak, size.area() + encodingWeight(size));
  }

  ProviderOutcome draw(DraftSource drafts) throws IOException, InterruptedException {
    if (reader.isTooHeavy(weight())) {
      return failed(
          FailureKind.PHOTO_UNUSABLE,
          "TOO_LARGE",
          "a result of " + composition.size() + " needs more memory than the server has");
    }
    try {
      Bitmap picture = read(composition.base());
      for (Touch touch : composition.touches()) {
        picture = touched(picture, touch);
      }
      requireTime();
      return written(picture, drafts);
    } catch (UndrawableException e) {
      return new ProviderOutcome.Failed(e.failure());
    }
  }

  private Bitmap touched(Bitmap picture, Touch touch)
      throws IOException, InterruptedException, UndrawableException {
    var images = new ArrayList<Bitmap>();
    for (Layer layer : touch.layers()) {
      images.add(read(layer));
    }
    requireTime();
    return touch.apply(picture, List.copyOf(images));
  }

  private Bitmap read(Layer layer) throws IOException, InterruptedException, UndrawableException {
    requireTime();
    return switch (reader.read(layer.photo().file(), layer.photo().facts(), layer.size())) {
      case PixelReading.Decoded decoded -> layer.fitted(decoded.bitmap());
      case PixelReading.Undecodable undecodable -> throw unusable(layer, undecodable.reason());
    };
  }

  private void requireTime() throws UndrawableException {
    if (deadline.hasPassed()) {
      throw new UndrawableException(
          JobFailure.of(
              FailureKind.UNAVAILABLE, "TIMEOUT", "the effect was not ready in the time left"));
    }
  }

  private ProviderOutcome written(Bitmap result, DraftSource drafts) throws IOException {
    Encoding encoding = asked().orElseGet(() -> Encoding.fitting(result, output.quality()));
    return new ProviderOutcome.Image(PixelWriter.draft(result, encoding, drafts), Cost.ZERO);
  }

  private long encodingWeight(PixelSize size) {
    return asked().map(encoding -> encoding.weight(size.area())).orElse(0L);
  }

  private Optional<Encoding> asked() {
    return Optional.ofNullable(output.format())
        .flatMap(format -> Encoding.of(format, output.quality()));
  }

  private static UndrawableException unusable(Layer layer, String reason) {
    return new UndrawableException(
        switch (layer.photo().part()) {
          case MediaPart.GuestPhoto _ ->
              JobFailure.of(FailureKind.PHOTO_UNUSABLE, "PHOTO_UNDECODABLE", reason);
          case MediaPart.SlotImage image ->
              JobFailure.of(
                  FailureKind.REQUEST_REJECTED,
                  image.id().toUpperCase(Locale.ROOT) + "_UNDECODABLE",
                  "the image for " + image.id() + ": " + reason);
        });
  }

  private static ProviderOutcome failed(FailureKind kind, String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail));
  }
}
