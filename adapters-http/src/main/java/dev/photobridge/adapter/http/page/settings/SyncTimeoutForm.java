package dev.photobridge.adapter.http.page.settings;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.model.SyncTimeoutSettingDto;

/// How long booths wait, set on the statistics page and in the settings.
public final class SyncTimeoutForm implements PageRoutes {
  private static final int UNREADABLE = 422;
  private static final String SECONDS = "sync_timeout_sec";

  private final SettingsApi<ApiCall> settings;

  /// Changes these settings.
  public SyncTimeoutForm(SettingsApi<ApiCall> settings) {
    this.settings = settings;
  }

  @Override
  public void register(PageRouter router) {
    router.post("/settings/sync-timeout", this::save);
  }

  private void save(PageCall call) throws Exception {
    String typed = call.form().text(SECONDS).orElse("");
    int seconds;
    try {
      seconds = Integer.parseInt(typed);
      settings.changeSyncTimeout(call.api(), new SyncTimeoutSettingDto(seconds));
    } catch (NumberFormatException _) {
      refuse(call, typed, call.texts().get("settings.timeout.unreadable"));
      return;
    } catch (ErrorAnswerException e) {
      refuse(call, typed, call.text(e.answer()));
      return;
    }
    if (call.isFragment()) {
      call.show(
          Section.SETTINGS,
          "settings/timeout",
          new TimeoutView(Integer.toString(seconds), "", true, call.wantedPath()));
    } else {
      call.goTo(call.wantedPath());
    }
  }

  private static void refuse(PageCall call, String typed, String why) {
    var view = new TimeoutView(typed, why, false, call.wantedPath());
    call.show(
        UNREADABLE,
        Section.SETTINGS,
        call.isFragment() ? "settings/timeout" : "settings/timeoutPage",
        view);
  }
}
