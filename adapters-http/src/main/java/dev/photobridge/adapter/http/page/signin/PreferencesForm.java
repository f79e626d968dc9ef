package dev.photobridge.adapter.http.page.signin;

import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;

/// Takes the language and the theme that somebody chooses on any page.
public final class PreferencesForm implements PageRoutes {
  @Override
  public void register(PageRouter router) {
    router.postOpen("/preferences", this::keep);
  }

  private void keep(PageCall call) {
    SignInPage.refuseOtherSites(call);
    call.prefer(call.form().first("language"), call.form().first("theme"));
    call.goTo(call.wantedPath());
  }
}
