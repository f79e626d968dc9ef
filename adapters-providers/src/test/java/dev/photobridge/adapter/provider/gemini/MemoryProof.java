package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.ProviderOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A program of its own for [GeminiMemoryTest]: makes calls at the same time within whatever heap
/// it was started with. Arguments: the service's address, a photo, a folder, how many calls.
final class MemoryProof {
  private MemoryProof() {}

  public static void main(String[] args) throws Exception {
    var provider =
        new GeminiImageProvider(
            GeminiFixture.client(),
            GeminiAddress.of(URI.create(args[0])),
            () -> Optional.of(GeminiFixture.KEY),
            GeminiParameters.of(Map.of()),
            GeminiFixture.sending(),
            AnswerLimits.DEFAULT,
            InstantSource.system(),
            _ -> {});
    var drafts = new DraftFolder(Path.of(args[2]));
    var photo = PhotoFiles.guest(PhotoFiles.stored(Path.of(args[1])));
    var call = CallFixture.aCall(drafts).withModel(GeminiFixture.MODEL).withPhoto(photo).build();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ProviderOutcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(args[3]); i++) {
        outcomes.add(threads.submit(() -> provider.process(call)));
      }
      for (Future<ProviderOutcome> outcome : outcomes) {
        System.out.println("image of " + size(outcome.get()) + " bytes");
      }
    }
    System.exit(0);
  }

  private static long size(ProviderOutcome outcome) throws IOException {
    if (outcome instanceof ProviderOutcome.Image(var image, _, _)) {
      try (image) {
        return image.file().size();
      }
    }
    throw new AssertionError(outcome);
  }
}
