package dev.photobridge.adapter.http.page.settings;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.adapter.http.page.settings.SettingsView.ConfirmView;
import dev.photobridge.adapter.http.page.settings.SettingsView.KeyTestView;
import dev.photobridge.adapter.http.page.settings.SettingsView.KeyView;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.ProviderKeyChangeDto;
import dev.photobridge.openapi.model.ProviderKeyDto;
import java.util.List;
import java.util.Optional;

/// The API keys of providers: set, tested, removed. A key that was typed is never sent back.
final class ProviderKeyForms {
  private static final int REFUSED = 422;
  private static final String PROVIDER = "provider_id";
  private static final String BASE = "/settings/keys/{" + PROVIDER + "}";

  private final SettingsApi<ApiCall> settings;
  private final SettingsReader reader;

  ProviderKeyForms(SettingsApi<ApiCall> settings, SettingsReader reader) {
    this.settings = settings;
    this.reader = reader;
  }

  void register(PageRouter router) {
    router.post(BASE, this::set);
    router.post(BASE + "/test", this::test);
    router.get(BASE + "/remove", this::askToRemove);
    router.post(BASE + "/remove", this::remove);
  }

  private void set(PageCall call) throws Exception {
    Optional<String> typed = call.form().text("key");
    if (typed.isEmpty()) {
      refuse(call, call.texts().get("settings.key.empty"));
      return;
    }
    ProviderKeyDto now;
    try {
      var wanted = new ProviderKeyChangeDto(typed.orElseThrow());
      now = settings.setProviderKey(call.api(), call.path(PROVIDER), wanted);
    } catch (ErrorAnswerException e) {
      if (e.answer().code() == ErrorCodeDto.PROVIDER_NOT_FOUND) {
        throw e;
      }
      refuse(call, call.text(e.answer()));
      return;
    }
    answer(call, words(call).key(now, true, List.of()));
  }

  private void refuse(PageCall call, String why) throws Exception {
    KeyView view = words(call).refused(key(call), why);
    if (call.isFragment()) {
      call.show(REFUSED, Section.SETTINGS, "settings/key", view);
    } else {
      call.show(REFUSED, Section.SETTINGS, "settings/settings", reader.page(call).with(view));
    }
  }

  private void test(PageCall call) throws Exception {
    KeyTestView test = words(call).test(settings.testProviderKey(call.api(), call.path(PROVIDER)));
    KeyView view = words(call).key(key(call), false, List.of(test));
    if (call.isFragment()) {
      call.show(Section.SETTINGS, "settings/key", view);
    } else {
      call.show(Section.SETTINGS, "settings/settings", reader.page(call).with(view));
    }
  }

  private void askToRemove(PageCall call) throws Exception {
    ProviderKeyDto key = key(call);
    var view =
        new ConfirmView(
            call.texts().get("settings.key.remove.title"),
            key.name() + " " + Optional.ofNullable(key.masked()).orElse(""),
            call.texts().get("settings.key.remove.warning"),
            "/settings/keys/" + key.providerId() + "/remove",
            "#key-" + key.providerId(),
            call.texts().get("settings.key.remove"));
    call.show(
        Section.SETTINGS, call.isFragment() ? "settings/confirm" : "settings/confirmPage", view);
  }

  private void remove(PageCall call) throws Exception {
    ProviderKeyDto left = settings.removeProviderKey(call.api(), call.path(PROVIDER));
    answer(call, words(call).key(left, true, List.of()));
  }

  private void answer(PageCall call, KeyView view) {
    if (call.isFragment()) {
      call.show(Section.SETTINGS, "settings/key", view);
    } else {
      call.goTo("/settings#key-" + view.id());
    }
  }

  private ProviderKeyDto key(PageCall call) throws Exception {
    return settings.getSettings(call.api()).keys().stream()
        .filter(key -> key.providerId().equals(call.path(PROVIDER)))
        .findFirst()
        .orElseThrow(
            () ->
                ErrorAnswer.of(ErrorCodeDto.PROVIDER_NOT_FOUND)
                    .with("field", PROVIDER)
                    .asException());
  }

  private static SettingsWords words(PageCall call) {
    return new SettingsWords(call.language());
  }
}
