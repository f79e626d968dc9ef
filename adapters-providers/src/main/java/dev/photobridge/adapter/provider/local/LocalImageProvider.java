package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.ProviderId;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Effects of our own, at no cost and without a network. Operations and their settings:
///
/// - `change_image`: `effect` is `black_and_white`, `sepia` or `vivid`; `strength` from 0 to 1.
/// - `combine_images`: lays the PNG of `overlay_media_id` over the photo; `fit` says whose size the
///   result has, `overlay` or `photo`. With `base_media_id` the photo's background is replaced
///   first.
/// - `replace_background`: puts `base_media_id` behind the photo wherever that is near `key_color`;
///   `tolerance` and `softness` from 0 to 1 say how near.
///
/// Results come in the form that `output` asks for; without a format they are JPEG, or PNG where
/// something is transparent.
public final class LocalImageProvider implements ImageProvider {
  private static final ProviderId ID = new ProviderId("local");

  private final PixelReader reader;
  private final DecodePermits permits;

  /// @param permits bound the work that is done at once
  public LocalImageProvider(PixelReader reader, DecodePermits permits) {
    this.reader = reader;
    this.permits = permits;
  }

  @Override
  public ProviderId id() {
    return ID;
  }

  /// @throws UncheckedIOException when a file can't be read or written
  @Override
  public ProviderOutcome process(ProviderCall call) throws InterruptedException {
    return switch (new OrderReader(call).read()) {
      case LocalOrder.Rejected rejected ->
          new ProviderOutcome.Failed(
              JobFailure.of(
                  FailureKind.REQUEST_REJECTED, "SETTINGS_INVALID", rejected.complaint()));
      case LocalOrder.Understood order -> drawn(order, call);
    };
  }

  private ProviderOutcome drawn(LocalOrder.Understood order, ProviderCall call)
      throws InterruptedException {
    var drawing = new Drawing(reader, order.composition());
    try {
      return permits.call(drawing.weight(), () -> drawing.draw(order.output(), call.drafts()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "an image of job " + call.job() + " can't be read or written", e);
    }
  }
}
