package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slot.SetupView.Warning;
import dev.photobridge.openapi.model.ModelNoticeDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.ProviderKeyDto;
import dev.photobridge.openapi.model.ProviderKeyDto.SourceEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What operators have to know of a provider before they rely on it.
///
/// @param keys which of them have one
record ProviderWarnings(List<ProviderKeyDto> keys, Texts texts) {
  /// About this provider.
  ///
  /// @param model that is chosen; empty for the default one
  List<Warning> of(Optional<ProviderDto> provider, String model) {
    var warnings = new ArrayList<Warning>();
    provider.ifPresent(
        known -> {
          boolean lacksKey = lacksKey(known.id());
          if (lacksKey) {
            warnings.add(toSettings(texts.get("slot.warning.noKey", known.name())));
          }
          switch (known.condition()) {
            case AVAILABLE, PROBING -> {}
            case KEY_REJECTED -> {
              // what is missing is rejected, too
              if (!lacksKey) {
                warnings.add(toSettings(texts.get("slot.warning.keyRejected", known.name())));
              }
            }
            case UNAVAILABLE ->
                warnings.add(plain(texts.get("slot.warning.unavailable", known.name())));
            case QUOTA_EXHAUSTED ->
                warnings.add(plain(texts.get("slot.warning.quota", known.name())));
          }
          known.notices().stream()
              .filter(notice -> notice.model().equals(model))
              .map(this::notice)
              .forEach(warnings::add);
        });
    return warnings;
  }

  private boolean lacksKey(String provider) {
    return keys.stream()
        .anyMatch(key -> key.providerId().equals(provider) && key.source() == SourceEnum.NONE);
  }

  private Warning notice(ModelNoticeDto notice) {
    return plain(texts.get("slot.warning.model", notice.model(), notice.stage()));
  }

  private Warning toSettings(String words) {
    return new Warning(words, "/settings", texts.get("slot.warning.toSettings"));
  }

  private static Warning plain(String words) {
    return new Warning(words, "", "");
  }
}
