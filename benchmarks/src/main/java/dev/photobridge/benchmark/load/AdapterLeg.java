package dev.photobridge.benchmark.load;

import dev.photobridge.adapter.provider.gemini.GeminiAddress;
import dev.photobridge.adapter.provider.gemini.GeminiImageProvider;
import dev.photobridge.adapter.provider.gemini.GeminiParameters;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ConnectionSettings;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.image.ByteScanPhotoInspector;
import dev.photobridge.adapter.provider.image.MetadataCutter;
import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PhotoPreparer;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.slot.SlotSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The product's own: from the photo's file to the result's.
final class AdapterLeg implements ProviderLeg {
  private static final long PIXELS = 20_000_000;
  private static final int LONGEST_SIDE = 4_096;

  private final GeminiImageProvider provider;
  private final ProviderCall call;

  AdapterLeg(URI service, Path photo, Path folder) throws IOException {
    provider =
        new GeminiImageProvider(
            new ProviderHttpClient(ConnectionSettings.direct()),
            GeminiAddress.of(service),
            () -> Optional.of("any"),
            GeminiParameters.of(Map.of()),
            new PhotoSending(
                new PhotoPreparer(new PixelReader(PIXELS), new DecodePermits(PIXELS, 1)),
                new MetadataCutter()),
            AnswerLimits.DEFAULT,
            InstantSource.system(),
            Thread::sleep);
    call = call(photo, folder);
  }

  @Override
  public void call() throws InterruptedException {
    switch (provider.process(call)) {
      case ProviderOutcome.Image(var image, _, _) -> image.close();
      case ProviderOutcome other -> throw new IllegalStateException("no image came: " + other);
    }
  }

  private static ProviderCall call(Path photo, Path folder) throws IOException {
    var guest = new MediaPart.GuestPhoto("ingest_media");
    var file = new DraftFile(photo).file();
    PhotoFacts facts =
        ((PhotoInspection.Measured) new ByteScanPhotoInspector().inspect(file)).facts();
    var operation =
        new Operation(
            new OperationId("change_image"),
            "",
            "",
            List.of(),
            "{}",
            List.of(guest),
            Map.of(),
            null);
    return new ProviderCall(
        new JobId(UUID.randomUUID()),
        operation,
        Optional.of(new Model("gemini-3-pro-image", "", LONGEST_SIDE, Prices.FREE, Map.of())),
        Prices.FREE,
        "Make it a comic",
        SlotSettings.NONE,
        List.of(new CallPhoto(guest, facts, file)),
        facts.uprightSize(),
        1,
        Duration.ofMinutes(1),
        "http://localhost/none",
        () -> DraftFile.in(folder),
        _ -> {
          throw new IllegalStateException("nothing is to be published");
        },
        () -> {});
  }
}
