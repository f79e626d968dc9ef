package dev.photobridge.adapter.http.page.settings;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.settings.SettingsView.AuditView;
import dev.photobridge.adapter.http.page.settings.SettingsView.CacheView;
import dev.photobridge.adapter.http.page.settings.SettingsView.ChangeView;
import dev.photobridge.adapter.http.page.settings.SettingsView.KeyTestView;
import dev.photobridge.adapter.http.page.settings.SettingsView.KeyView;
import dev.photobridge.openapi.model.AuditEntryDto;
import dev.photobridge.openapi.model.AuditListDto;
import dev.photobridge.openapi.model.JobFailureDto;
import dev.photobridge.openapi.model.MediaCacheDto;
import dev.photobridge.openapi.model.PageMetaDto;
import dev.photobridge.openapi.model.ProviderKeyDto;
import dev.photobridge.openapi.model.ProviderKeyTestDto;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Words the settings.
final class SettingsWords {
  private final Texts texts;
  private final Formats formats;

  SettingsWords(Language language) {
    this.texts = Texts.in(language);
    this.formats = new Formats(language);
  }

  KeyView key(ProviderKeyDto key, boolean saved, List<KeyTestView> test) {
    return new KeyView(
        key.providerId(),
        key.name(),
        isLost(key) ? "err" : isNone(key) ? "none" : "ok",
        texts.get("settings.key.source." + (isLost(key) ? "lost" : key.source().value())),
        Optional.ofNullable(key.masked()).orElse(""),
        listOf(key.setAt()),
        key.source() == ProviderKeyDto.SourceEnum.SETTINGS || isLost(key),
        "",
        saved,
        test);
  }

  KeyView refused(ProviderKeyDto key, String why) {
    KeyView view = key(key, false, List.of());
    return new KeyView(
        view.id(),
        view.name(),
        view.state(),
        view.source(),
        view.masked(),
        view.setAt(),
        view.removable(),
        why,
        false,
        List.of());
  }

  private static boolean isLost(ProviderKeyDto key) {
    return Boolean.TRUE.equals(key.lost());
  }

  private static boolean isNone(ProviderKeyDto key) {
    return key.source() == ProviderKeyDto.SourceEnum.NONE;
  }

  KeyTestView test(ProviderKeyTestDto test) {
    String took = texts.get("settings.key.took", formats.seconds(Duration.ofMillis(test.tookMs())));
    Optional<JobFailureDto> failure = Optional.ofNullable(test.failure());
    return switch (test.outcome()) {
      case WORKS ->
          new KeyTestView(
              true,
              texts.get("settings.key.works"),
              Optional.ofNullable(test.detail()).orElse(""),
              took);
      case NO_KEY -> new KeyTestView(false, texts.get("settings.key.missing"), "", "");
      case FAILS ->
          new KeyTestView(
              false,
              failure.map(JobFailureDto::message).orElse(texts.get("settings.key.fails")),
              failure.map(JobFailureDto::detail).orElse(""),
              took);
    };
  }

  CacheView cache(MediaCacheDto cache, String cleared) {
    return new CacheView(
        cache.files() == 0,
        texts.count("settings.cache.files", cache.files()),
        formats.bytes(cache.bytes()),
        listOf(cache.oldestAt()),
        cleared);
  }

  AuditView audit(AuditListDto list) {
    PageMetaDto meta = list.meta();
    boolean more = (long) meta.page() * meta.pageSize() < meta.total();
    return new AuditView(
        list.data().stream().map(this::change).toList(),
        meta.page() > 1 ? address(meta.page() - 1) : "",
        more ? address(meta.page() + 1) : "");
  }

  private static String address(int page) {
    return "/settings?audit=" + page + "#audit";
  }

  private ChangeView change(AuditEntryDto entry) {
    String subject = Optional.ofNullable(entry.subject()).orElse("");
    return new ChangeView(
        entry.at(),
        entry.account(),
        texts.get("settings.audit." + entry.action().value()),
        subject,
        subject.startsWith("slot-") ? "/slots/" + subject : "");
  }

  private static List<Instant> listOf(@Nullable Instant at) {
    return Optional.ofNullable(at).stream().toList();
  }
}
