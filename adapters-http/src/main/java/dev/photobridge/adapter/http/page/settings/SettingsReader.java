package dev.photobridge.adapter.http.page.settings;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.settings.SettingsView.AuditView;
import dev.photobridge.adapter.http.page.settings.SettingsView.CapView;
import dev.photobridge.adapter.http.page.settings.SettingsView.PasswordForm;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.model.SettingsDto;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what the settings page shows.
final class SettingsReader {
  private static final int CHANGES = 10;
  private static final int MOST_PAGES = 1_000_000;
  private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

  private final SettingsApi<ApiCall> settings;
  private final URI publicAddress;

  SettingsReader(SettingsApi<ApiCall> settings, URI publicAddress) {
    this.settings = settings;
    this.publicAddress = publicAddress;
  }

  SettingsView page(PageCall call) throws Exception {
    SettingsDto set = settings.getSettings(call.api());
    var words = new SettingsWords(call.language());
    return new SettingsView(
        new PasswordForm(PasswordView.of(set), "", false),
        TimeoutView.of(set, "/settings#booth"),
        publicAddress.toString(),
        THIS_COMPUTER.contains(String.valueOf(publicAddress.getHost())),
        set.keys().stream().map(key -> words.key(key, false, List.of())).toList(),
        new CapView(dollars(set.costCapPerDayUsd()), "", false),
        words.cache(set.mediaCache(), ""),
        audit(call));
  }

  AuditView audit(PageCall call) throws Exception {
    int page = call.query("audit").map(SettingsReader::pageOf).orElse(1);
    return new SettingsWords(call.language())
        .audit(settings.listAuditEntries(call.api(), page, CHANGES));
  }

  static String dollars(@Nullable BigDecimal cap) {
    return cap == null ? "" : cap.stripTrailingZeros().toPlainString();
  }

  private static int pageOf(String text) {
    return text.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(text), MOST_PAGES) : 1;
  }
}
