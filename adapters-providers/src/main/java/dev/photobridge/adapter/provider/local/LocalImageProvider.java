package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.http.Deadline;
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

/// Effects of our own, at no cost and without a network. Operations:
///
/// - `change_image` gives the photo a look.
/// - `combine_images` lays a frame over the photo, whose background may be replaced first.
/// - `replace_background` puts an image behind guests before a screen of one colour.
/// - `collage` shows the photo four times, in four looks.
///
/// Each of them can add a watermark and a text. `docs/providers/local.md` has all settings. Results
/// come in the form that `output` asks for; without a format they are JPEG, or PNG where something
/// is transparent.
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
    var deadline = Deadline.in(call.timeLeft());
    return switch (new OrderReader(call).read()) {
      case LocalOrder.Rejected rejected ->
          new ProviderOutcome.Failed(
              JobFailure.of(
                  FailureKind.REQUEST_REJECTED, "SETTINGS_INVALID", rejected.complaint()));
      case LocalOrder.Understood order -> drawn(order, call, deadline);
    };
  }

  private ProviderOutcome drawn(LocalOrder.Understood order, ProviderCall call, Deadline deadline)
      throws InterruptedException {
    var drawing = new Drawing(reader, order, deadline);
    try {
      return permits.call(drawing.weight(), () -> drawing.draw(call.drafts()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "an image of job " + call.job() + " can't be read or written", e);
    }
  }
}
