package dev.photobridge.adapter.http.settings;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.ChangeIngestPasswordOutcome;
import dev.photobridge.application.port.in.ChangeProviderKeyUseCase;
import dev.photobridge.application.port.in.ChangeSettingsUseCase;
import dev.photobridge.application.port.in.ClearMediaCacheUseCase;
import dev.photobridge.application.port.in.ListAuditEntriesUseCase;
import dev.photobridge.application.port.in.ReadSettingsUseCase;
import dev.photobridge.application.port.in.SetProviderKeyOutcome;
import dev.photobridge.application.port.in.TestProviderKeyUseCase;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.media.PhotoSum;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.model.AuditListDto;
import dev.photobridge.openapi.model.ClearedMediaCacheDto;
import dev.photobridge.openapi.model.DailyCostCapSettingDto;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.IngestPasswordChangeDto;
import dev.photobridge.openapi.model.IngestPasswordSettingDto;
import dev.photobridge.openapi.model.PageMetaDto;
import dev.photobridge.openapi.model.ProviderKeyChangeDto;
import dev.photobridge.openapi.model.ProviderKeyDto;
import dev.photobridge.openapi.model.ProviderKeyTestDto;
import dev.photobridge.openapi.model.SettingsDto;
import dev.photobridge.openapi.model.SyncTimeoutSettingDto;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Shows and changes the settings of the whole installation, for whichever operator is signed in.
public final class SettingsHandler implements SettingsApi<ApiCall> {
  private final ReadSettingsUseCase read;
  private final ChangeSettingsUseCase change;
  private final ChangeProviderKeyUseCase changeKey;
  private final TestProviderKeyUseCase testKey;
  private final ClearMediaCacheUseCase clearMediaCache;
  private final ListAuditEntriesUseCase audit;
  private final SettingsDtos dtos;

  /// Wired by the application; see the parameters' types.
  public SettingsHandler(
      ReadSettingsUseCase read,
      ChangeSettingsUseCase change,
      ChangeProviderKeyUseCase changeKey,
      TestProviderKeyUseCase testKey,
      ClearMediaCacheUseCase clearMediaCache,
      ListAuditEntriesUseCase audit,
      ErrorMessages messages) {
    this.read = read;
    this.change = change;
    this.changeKey = changeKey;
    this.testKey = testKey;
    this.clearMediaCache = clearMediaCache;
    this.audit = audit;
    this.dtos = new SettingsDtos(messages);
  }

  @Override
  public SettingsDto getSettings(ApiCall call) {
    return SettingsDtos.settings(read.read());
  }

  @Override
  public IngestPasswordSettingDto changeIngestPassword(
      ApiCall call, IngestPasswordChangeDto wanted) {
    @Nullable String password = SettingsBodies.ingestPassword(wanted);
    return switch (change.changeIngestPassword(call.operator(), password)) {
      case ChangeIngestPasswordOutcome.Changed(String now) -> new IngestPasswordSettingDto(now);
      case ChangeIngestPasswordOutcome.Unusable _ -> throw SettingsBodies.unusable("/password");
    };
  }

  @Override
  public SyncTimeoutSettingDto changeSyncTimeout(ApiCall call, SyncTimeoutSettingDto wanted) {
    Duration timeout = SettingsBodies.syncTimeout(wanted);
    change.changeSyncTimeout(call.operator(), timeout);
    return wanted;
  }

  @Override
  public DailyCostCapSettingDto changeDailyCostCap(ApiCall call, DailyCostCapSettingDto wanted) {
    @Nullable Cost cap = SettingsBodies.dailyCostCap(wanted);
    change.changeDailyCostCap(call.operator(), cap);
    return new DailyCostCapSettingDto(cap == null ? null : SettingsDtos.dollars(cap));
  }

  @Override
  public ProviderKeyDto setProviderKey(
      ApiCall call, String providerId, ProviderKeyChangeDto wanted) {
    String key = SettingsBodies.key(wanted);
    return switch (changeKey.set(call.operator(), providerId, key)) {
      case SetProviderKeyOutcome.Saved saved -> SettingsDtos.key(saved.key());
      case SetProviderKeyOutcome.ProviderUnknown _ -> throw providerNotFound();
      case SetProviderKeyOutcome.Unusable _ -> throw SettingsBodies.unusable("/key");
    };
  }

  @Override
  public ProviderKeyDto removeProviderKey(ApiCall call, String providerId) {
    return changeKey
        .remove(call.operator(), providerId)
        .map(SettingsDtos::key)
        .orElseThrow(SettingsHandler::providerNotFound);
  }

  @Override
  public ProviderKeyTestDto testProviderKey(ApiCall call, String providerId)
      throws InterruptedException {
    Language language = Language.of(call.acceptLanguage());
    return testKey
        .test(providerId)
        .map(test -> dtos.test(test, language))
        .orElseThrow(SettingsHandler::providerNotFound);
  }

  @Override
  public ClearedMediaCacheDto clearMediaCache(ApiCall call) {
    PhotoSum gone = clearMediaCache.clear(call.operator());
    return new ClearedMediaCacheDto(gone.files(), gone.bytes());
  }

  @Override
  public AuditListDto listAuditEntries(ApiCall call, Integer page, Integer pageSize) {
    Page<AuditEntry> found = audit.list(page, pageSize);
    return new AuditListDto(
        found.items().stream().map(SettingsDtos::entry).toList(),
        new PageMetaDto(found.number(), found.size(), found.total()));
  }

  private static ErrorAnswerException providerNotFound() {
    return ErrorAnswer.of(ErrorCodeDto.PROVIDER_NOT_FOUND)
        .with("field", "provider_id")
        .asException();
  }
}
