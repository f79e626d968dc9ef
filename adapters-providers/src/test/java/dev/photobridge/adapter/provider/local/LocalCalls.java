package dev.photobridge.adapter.provider.local;

import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.testing.CatalogueFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Calls to the local provider.
final class LocalCalls {
  private LocalCalls() {}

  static ProviderCall aCall(
      String operation, Map<String, ?> settings, DraftSource drafts, CallPhoto... photos) {
    return new ProviderCall(
        new JobId(new UUID(0, 1)),
        CatalogueFixtures.anOperation(new OperationId(operation)),
        Optional.empty(),
        new SlotSettings(Map.copyOf(settings)),
        List.of(photos),
        Map.of(),
        Duration.ofSeconds(40),
        TestBridge.CALLBACKS.of(new JobId(new UUID(0, 1))),
        drafts);
  }
}
