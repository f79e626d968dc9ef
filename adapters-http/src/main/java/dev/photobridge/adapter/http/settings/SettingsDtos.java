package dev.photobridge.adapter.http.settings;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.JobFailureDtos;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.ProviderKeyView;
import dev.photobridge.application.port.in.ReadSettingsUseCase.Settings;
import dev.photobridge.application.port.in.TestProviderKeyUseCase.KeyTest;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.media.PhotoSum;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.openapi.model.AuditEntryDto;
import dev.photobridge.openapi.model.AuditEntryDto.ActionEnum;
import dev.photobridge.openapi.model.MediaCacheDto;
import dev.photobridge.openapi.model.ProviderKeyDto;
import dev.photobridge.openapi.model.ProviderKeyDto.SourceEnum;
import dev.photobridge.openapi.model.ProviderKeyTestDto;
import dev.photobridge.openapi.model.ProviderKeyTestDto.OutcomeEnum;
import dev.photobridge.openapi.model.SettingsDto;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Settings on their way to the wire.
final class SettingsDtos {
  private final ErrorMessages messages;

  SettingsDtos(ErrorMessages messages) {
    this.messages = messages;
  }

  static SettingsDto settings(Settings settings) {
    return new SettingsDto(
        settings.ingestPassword(),
        absentUnless(settings.ingestPasswordLost()),
        Math.toIntExact(settings.syncTimeout().toSeconds()),
        settings.dailyCostCap().map(SettingsDtos::dollars).orElse(null),
        settings.keys().stream().map(SettingsDtos::key).toList(),
        mediaCache(settings.results()));
  }

  static ProviderKeyDto key(ProviderKeyView key) {
    return switch (key.source()) {
      case ProviderKeyView.Source.Settings(String masked, Instant setAt) ->
          key(key, SourceEnum.SETTINGS, masked, setAt);
      case ProviderKeyView.Source.Configuration(String masked) ->
          key(key, SourceEnum.CONFIGURATION, masked, null);
      case ProviderKeyView.Source.None _ -> key(key, SourceEnum.NONE, null, null);
    };
  }

  private static ProviderKeyDto key(
      ProviderKeyView key, SourceEnum source, @Nullable String masked, @Nullable Instant setAt) {
    return new ProviderKeyDto(
        key.provider().value(), key.title(), source, masked, setAt, absentUnless(key.lost()));
  }

  private static @Nullable Boolean absentUnless(boolean so) {
    return so ? true : null;
  }

  private static MediaCacheDto mediaCache(PhotoSum results) {
    return new MediaCacheDto(results.files(), results.bytes(), results.oldestAt());
  }

  /// Without needless zeros, and never in the notation with an exponent.
  static BigDecimal dollars(Cost cost) {
    BigDecimal plain = cost.dollars().stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  ProviderKeyTestDto test(KeyTest test, Language language) {
    long millis = test.took().toMillis();
    return switch (test.check()) {
      case ProviderCheck.Works(String detail) ->
          new ProviderKeyTestDto(OutcomeEnum.WORKS, detail.isBlank() ? null : detail, null, millis);
      case ProviderCheck.NoKey _ -> new ProviderKeyTestDto(OutcomeEnum.NO_KEY, null, null, millis);
      case ProviderCheck.Fails(var failure) ->
          new ProviderKeyTestDto(
              OutcomeEnum.FAILS, null, new JobFailureDtos(messages).of(failure, language), millis);
    };
  }

  static AuditEntryDto entry(AuditEntry entry) {
    return new AuditEntryDto(
        entry.at(), entry.account().value(), action(entry.action()), entry.subject());
  }

  private static ActionEnum action(AuditedAction action) {
    return switch (action) {
      case INGEST_PASSWORD_CHANGED -> ActionEnum.INGEST_PASSWORD_CHANGED;
      case SYNC_TIMEOUT_CHANGED -> ActionEnum.SYNC_TIMEOUT_CHANGED;
      case COST_CAP_CHANGED -> ActionEnum.COST_CAP_CHANGED;
      case PROVIDER_KEY_SET -> ActionEnum.PROVIDER_KEY_SET;
      case PROVIDER_KEY_REMOVED -> ActionEnum.PROVIDER_KEY_REMOVED;
      case MEDIA_CACHE_CLEARED -> ActionEnum.MEDIA_CACHE_CLEARED;
      case SLOT_SAVED -> ActionEnum.SLOT_SAVED;
      case SLOT_RESET -> ActionEnum.SLOT_RESET;
      case SLOT_RESTORED -> ActionEnum.SLOT_RESTORED;
      case SLOT_STATISTICS_RESET -> ActionEnum.SLOT_STATISTICS_RESET;
      case JOB_DELETED -> ActionEnum.JOB_DELETED;
    };
  }
}
