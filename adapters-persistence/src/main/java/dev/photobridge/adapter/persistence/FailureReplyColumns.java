package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotSetup;
import org.jspecify.annotations.Nullable;

/// What three columns of table `slot` say about a photo that a booth gets in place of a processed
/// one.
///
/// @param kind a name as in the contract
record FailureReplyColumns(
    String kind, @Nullable String effectOperationId, @Nullable String effectSettingsJson) {
  private static final String ERROR_STATUS = "error_status";
  private static final String ORIGINAL_PHOTO = "original_photo";
  private static final String LOCAL_EFFECT = "local_effect";

  static FailureReplyColumns of(FailureReply reply) {
    return switch (reply) {
      case FailureReply.ErrorStatus _ -> new FailureReplyColumns(ERROR_STATUS, null, null);
      case FailureReply.OriginalPhoto _ -> new FailureReplyColumns(ORIGINAL_PHOTO, null, null);
      case FailureReply.LocalEffect(SlotSetup effect) ->
          new FailureReplyColumns(
              LOCAL_EFFECT, effect.operation().value(), SettingsJson.write(effect.settings()));
    };
  }

  FailureReply toReply() {
    return switch (kind) {
      case ERROR_STATUS -> new FailureReply.ErrorStatus();
      case ORIGINAL_PHOTO -> new FailureReply.OriginalPhoto();
      case LOCAL_EFFECT -> new FailureReply.LocalEffect(effect());
      default -> throw new IllegalStateException("unknown failure reply: " + kind);
    };
  }

  private SlotSetup effect() {
    if (effectOperationId == null || effectSettingsJson == null) {
      throw new IllegalStateException("a slot with local_effect has no effect");
    }
    return new SlotSetup(
        ProviderId.LOCAL,
        new OperationId(effectOperationId),
        SettingsJson.readSettings(effectSettingsJson));
  }
}
