package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import org.jspecify.annotations.Nullable;

/// The columns of table `slot` that hold its rules.
public record SlotRulesRow(
    String failureReply,
    @Nullable String effectOperationId,
    @Nullable String effectSettingsJson,
    @Nullable String fallbackProviderId,
    @Nullable String fallbackOperationId,
    @Nullable String fallbackSettingsJson,
    boolean joinDuplicates,
    @Nullable Integer maxParallelJobs) {
  private static final String ERROR_STATUS = "error_status";
  private static final String ORIGINAL_PHOTO = "original_photo";
  private static final String LOCAL_EFFECT = "local_effect";

  static SlotRulesRow of(SlotRules rules) {
    SlotSetup effect = rules.localEffect().orElse(null);
    SlotSetup fallback = rules.fallback();
    return new SlotRulesRow(
        name(rules.failureReply()),
        effect == null ? null : effect.operation().value(),
        effect == null ? null : SettingsJson.write(effect.settings()),
        fallback == null ? null : fallback.provider().value(),
        fallback == null ? null : fallback.operation().value(),
        fallback == null ? null : SettingsJson.write(fallback.settings()),
        rules.joinDuplicates(),
        rules.maxParallelJobs());
  }

  SlotRules toRules() {
    return new SlotRules(reply(), fallback(), joinDuplicates, maxParallelJobs);
  }

  private static String name(FailureReply reply) {
    return switch (reply) {
      case FailureReply.ErrorStatus _ -> ERROR_STATUS;
      case FailureReply.OriginalPhoto _ -> ORIGINAL_PHOTO;
      case FailureReply.LocalEffect _ -> LOCAL_EFFECT;
    };
  }

  private FailureReply reply() {
    return switch (failureReply) {
      case ERROR_STATUS -> new FailureReply.ErrorStatus();
      case ORIGINAL_PHOTO -> new FailureReply.OriginalPhoto();
      case LOCAL_EFFECT -> new FailureReply.LocalEffect(effect());
      default -> throw new IllegalStateException("unknown failure_reply: " + failureReply);
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

  private @Nullable SlotSetup fallback() {
    return fallbackProviderId == null || fallbackOperationId == null || fallbackSettingsJson == null
        ? null
        : new SlotSetup(
            new ProviderId(fallbackProviderId),
            new OperationId(fallbackOperationId),
            SettingsJson.readSettings(fallbackSettingsJson));
  }
}
