package dev.photobridge.adapter.http.page.check;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.adapter.http.page.check.CheckView.ReportView;
import dev.photobridge.openapi.api.ReadinessCheckApi;
import java.util.List;

/// Tells in one look whether tonight will work.
public final class CheckPage implements PageRoutes {
  private final ReadinessCheckApi<ApiCall> check;

  /// Runs this check.
  public CheckPage(ReadinessCheckApi<ApiCall> check) {
    this.check = check;
  }

  @Override
  public void register(PageRouter router) {
    router.get("/check", call -> show(call, new CheckView(List.of())));
    router.post("/check", this::run);
  }

  private void run(PageCall call) throws Exception {
    var words = new CheckWords(call.language(), call.api().operator());
    ReportView report = words.report(check.runReadinessCheck(call.api()));
    show(call, new CheckView(List.of(report)));
  }

  private static void show(PageCall call, CheckView view) {
    call.show(Section.CHECK, call.isFragment() ? "check/report" : "check/check", view);
  }
}
