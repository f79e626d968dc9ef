package dev.photobridge.benchmark.load;

import java.io.IOException;

/// One way to bring a photo to the provider and its image back.
@FunctionalInterface
interface ProviderLeg {
  /// Makes one call.
  ///
  /// @throws IllegalStateException when no image came
  void call() throws IOException, InterruptedException;
}
