package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.ProviderCall;
import java.time.Duration;
import java.util.Map;

/// Calls to the local provider.
final class LocalCalls {
  private LocalCalls() {}

  static ProviderCall aCall(
      String operation, Map<String, ?> settings, DraftSource drafts, CallPhoto... photos) {
    return fixture(operation, settings, drafts, photos).build();
  }

  static ProviderCall aCallWithin(
      Duration timeLeft,
      String operation,
      Map<String, ?> settings,
      DraftSource drafts,
      CallPhoto... photos) {
    return fixture(operation, settings, drafts, photos).withTimeLeft(timeLeft).build();
  }

  private static CallFixture fixture(
      String operation, Map<String, ?> settings, DraftSource drafts, CallPhoto... photos) {
    var call = CallFixture.aCall(drafts).withOperation(operation).withSettings(settings);
    for (CallPhoto photo : photos) {
      call = call.withPhoto(photo);
    }
    return call;
  }
}
