package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.Encoding;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.pixels.PixelReading;
import dev.photobridge.adapter.provider.pixels.PixelWriter;
import dev.photobridge.adapter.provider.pixels.Scaler;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.slot.OutputSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/// Carries out one composition; for one thread.
final class Drawing {
  private final PixelReader reader;
  private final Composition composition;

  Drawing(PixelReader reader, Composition composition) {
    this.reader = reader;
    this.composition = composition;
  }

  /// Pixels held at the peak: the layers so far, the one being read, and its scaled copy.
  long weight() {
    long area = composition.size().area();
    long peak = 0;
    long held = 0;
    for (Layer layer : composition.layers()) {
      PhotoFacts photo = layer.photo().facts();
      boolean scaled = !reader.size(photo, composition.size()).equals(composition.size());
      long reading = reader.weight(photo, composition.size()) + (scaled ? area : 0);
      peak = Math.max(peak, held + reading);
      held += area;
    }
    return peak;
  }

  ProviderOutcome draw(OutputSettings output, DraftSource drafts)
      throws IOException, InterruptedException {
    if (reader.isTooHeavy(weight())) {
      return failed(
          FailureKind.PHOTO_UNUSABLE,
          "TOO_LARGE",
          "a result of " + composition.size() + " needs more memory than the server has");
    }
    var pictures = new ArrayList<Bitmap>();
    for (Layer layer : composition.layers()) {
      switch (reader.read(layer.photo().file(), layer.photo().facts(), composition.size())) {
        case PixelReading.Decoded decoded -> pictures.add(fitted(decoded.bitmap(), layer));
        case PixelReading.Undecodable undecodable -> {
          return unusable(layer, undecodable.reason());
        }
      }
    }
    return written(composition.brush().paint(pictures), output, drafts);
  }

  private Bitmap fitted(Bitmap bitmap, Layer layer) throws InterruptedException {
    return switch (layer.fit()) {
      case COVER -> Scaler.cover(bitmap, composition.size());
      case STRETCH -> Scaler.scale(bitmap, composition.size());
    };
  }

  private static ProviderOutcome written(Bitmap result, OutputSettings output, DraftSource drafts)
      throws IOException {
    Encoding encoding =
        Optional.ofNullable(output.format())
            .flatMap(format -> Encoding.of(format, output.quality()))
            .orElseGet(() -> Encoding.fitting(result, output.quality()));
    return new ProviderOutcome.Image(PixelWriter.draft(result, encoding, drafts), Cost.ZERO);
  }

  private static ProviderOutcome unusable(Layer layer, String reason) {
    return switch (layer.photo().part()) {
      case MediaPart.GuestPhoto _ ->
          failed(FailureKind.PHOTO_UNUSABLE, "PHOTO_UNDECODABLE", reason);
      case MediaPart.SlotImage image ->
          failed(
              FailureKind.REQUEST_REJECTED,
              image.id().toUpperCase(Locale.ROOT) + "_UNDECODABLE",
              "the image for " + image.id() + ": " + reason);
    };
  }

  private static ProviderOutcome failed(FailureKind kind, String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail));
  }
}
