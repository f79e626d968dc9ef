package dev.photobridge.adapter.http.page.settings;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.adapter.http.page.settings.SettingsView.CapView;
import dev.photobridge.adapter.http.page.settings.SettingsView.ConfirmView;
import dev.photobridge.adapter.http.page.settings.SettingsView.PasswordForm;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.model.ClearedMediaCacheDto;
import dev.photobridge.openapi.model.DailyCostCapSettingDto;
import dev.photobridge.openapi.model.IngestPasswordChangeDto;
import dev.photobridge.openapi.model.MediaCacheDto;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/// What holds for the whole installation. Keys have [ProviderKeyForms].
public final class SettingsPage implements PageRoutes {
  private static final int REFUSED = 422;

  private final SettingsApi<ApiCall> settings;
  private final SettingsReader reader;

  /// @param publicAddress how the outside reaches the server
  public SettingsPage(SettingsApi<ApiCall> settings, URI publicAddress) {
    this.settings = settings;
    this.reader = new SettingsReader(settings, publicAddress);
  }

  @Override
  public void register(PageRouter router) {
    router.get("/settings", this::show);
    router.post("/settings/password", this::changePassword);
    router.post("/settings/cost-cap", this::changeCap);
    router.get("/settings/media-cache/clear", this::askToClear);
    router.post("/settings/media-cache/clear", this::clear);
    new ProviderKeyForms(settings, reader).register(router);
  }

  private void show(PageCall call) throws Exception {
    if (call.isFragment()) {
      call.show(Section.SETTINGS, "settings/audit", reader.audit(call));
    } else {
      call.show(Section.SETTINGS, "settings/settings", reader.page(call));
    }
  }

  private void changePassword(PageCall call) throws Exception {
    boolean makeOne = call.form().first("how").filter("generate"::equals).isPresent();
    Optional<String> typed = call.form().text("password");
    if (!call.form().isOn("understood")) {
      refusePassword(call, call.texts().get("settings.password.understand"));
      return;
    }
    if (!makeOne && typed.isEmpty()) {
      refusePassword(call, call.texts().get("settings.password.empty"));
      return;
    }
    try {
      var wanted = new IngestPasswordChangeDto(makeOne ? null : typed.orElseThrow());
      settings.changeIngestPassword(call.api(), wanted);
    } catch (ErrorAnswerException e) {
      refusePassword(call, call.text(e.answer()));
      return;
    }
    if (call.isFragment()) {
      PasswordView now = PasswordView.of(settings.getSettings(call.api()));
      call.show(Section.SETTINGS, "settings/passwordForm", new PasswordForm(now, "", true));
    } else {
      call.goTo("/settings#password");
    }
  }

  private void refusePassword(PageCall call, String why) throws Exception {
    SettingsView page = reader.page(call);
    var tried = new PasswordForm(page.password().shown(), why, false);
    if (call.isFragment()) {
      call.show(REFUSED, Section.SETTINGS, "settings/passwordForm", tried);
    } else {
      call.show(REFUSED, Section.SETTINGS, "settings/settings", page.with(tried));
    }
  }

  private void changeCap(PageCall call) throws Exception {
    String typed = call.form().text("per_day_usd").orElse("");
    BigDecimal cap;
    try {
      cap = typed.isEmpty() ? null : new BigDecimal(typed.replace(',', '.'));
      settings.changeDailyCostCap(call.api(), new DailyCostCapSettingDto(cap));
    } catch (NumberFormatException _) {
      refuseCap(call, typed, call.texts().get("settings.cap.unreadable"));
      return;
    } catch (ErrorAnswerException e) {
      refuseCap(call, typed, call.text(e.answer()));
      return;
    }
    if (call.isFragment()) {
      var saved = new CapView(SettingsReader.dollars(cap), "", true);
      call.show(Section.SETTINGS, "settings/cap", saved);
    } else {
      call.goTo("/settings#cost");
    }
  }

  private void refuseCap(PageCall call, String typed, String why) throws Exception {
    var tried = new CapView(typed, why, false);
    if (call.isFragment()) {
      call.show(REFUSED, Section.SETTINGS, "settings/cap", tried);
    } else {
      call.show(REFUSED, Section.SETTINGS, "settings/settings", reader.page(call).with(tried));
    }
  }

  private void askToClear(PageCall call) throws Exception {
    MediaCacheDto cache = settings.getSettings(call.api()).mediaCache();
    var view =
        new ConfirmView(
            call.texts().get("settings.cache.title"),
            call.texts().count("settings.cache.files", cache.files())
                + ", "
                + new Formats(call.language()).bytes(cache.bytes()),
            call.texts().get("settings.cache.warning"),
            "/settings/media-cache/clear",
            "#cache",
            call.texts().get("settings.cache.do"));
    call.show(
        Section.SETTINGS, call.isFragment() ? "settings/confirm" : "settings/confirmPage", view);
  }

  private void clear(PageCall call) throws Exception {
    ClearedMediaCacheDto gone = settings.clearMediaCache(call.api());
    if (!call.isFragment()) {
      call.goTo("/settings#storage");
      return;
    }
    String words =
        call.texts()
            .get(
                "settings.cache.cleared",
                call.texts().count("settings.cache.files", gone.files()),
                new Formats(call.language()).bytes(gone.bytes()));
    MediaCacheDto left = settings.getSettings(call.api()).mediaCache();
    call.show(
        Section.SETTINGS, "settings/cache", new SettingsWords(call.language()).cache(left, words));
  }
}
