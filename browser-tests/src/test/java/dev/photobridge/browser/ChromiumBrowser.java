package dev.photobridge.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One running Chromium. It belongs to the thread that started it.
final class ChromiumBrowser implements AutoCloseable {
  /// A name that leads to this machine and, unlike `localhost`, makes no secure context.
  private static final String LAN_HOST = "photobridge.lan";

  /// For what a page is expected to do; long enough for a busy machine.
  static final double LONGEST_WAIT_MILLIS = 20_000;

  private static final List<String> FLAGS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--host-resolver-rules=MAP " + LAN_HOST + " 127.0.0.1");

  private final Playwright playwright;
  private final Browser browser;

  private ChromiumBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Starts it without a window.
  static ChromiumBrowser start(Path program) {
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var flags = new ArrayList<>(FLAGS);
    if (System.getProperty("user.name").equals("root")) {
      flags.add("--no-sandbox");
    }
    Browser browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program)
                    .setHeadless(true)
                    .setChromiumSandbox(!flags.contains("--no-sandbox"))
                    .setArgs(flags));
    return new ChromiumBrowser(playwright, browser);
  }

  /// An address of this machine as operators have it who open it over plain http from another one.
  static URI asSeenFromTheLan(URI address) {
    return URI.create("http://%s:%d".formatted(LAN_HOST, address.getPort()));
  }

  /// A fresh context: no cookies, nothing cached.
  BrowserContext context(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
