package dev.photobridge.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Lets visitors in, and holds what their pages complained of against the test.
public final class Visitors {
  private final ChromiumBrowser browser;
  private final URI address;
  private final TestFolders folders;
  private final List<Visitor> all;
  private final List<BridgeUnderTest> ownBridges;

  private Visitors(
      ChromiumBrowser browser,
      URI address,
      TestFolders folders,
      List<Visitor> all,
      List<BridgeUnderTest> ownBridges) {
    this.browser = browser;
    this.address = address;
    this.folders = folders;
    this.all = all;
    this.ownBridges = ownBridges;
  }

  /// Nobody yet.
  ///
  /// @param address where the paths that visitors open lead to
  static Visitors none(ChromiumBrowser browser, URI address, TestFolders folders) {
    return new Visitors(browser, address, folders, new ArrayList<>(), new ArrayList<>());
  }

  /// Somebody new, who isn't signed in.
  public Visitor with(Look look) {
    return with(look, options -> options);
  }

  /// The same with other settings of the browser on top.
  public Visitor with(Look look, UnaryOperator<NewContextOptions> more) {
    BrowserContext context = browser.context(more.apply(options(look)));
    var visitor = new Visitor(context, look, folders);
    all.add(visitor);
    return visitor;
  }

  /// Starts a server for this test alone, which is closed once its visitors have left.
  public BridgeUnderTest ownBridge() throws IOException {
    BridgeUnderTest bridge = BridgeUnderTest.start();
    ownBridges.add(bridge);
    return bridge;
  }

  /// The same visitors, of whom those that come from now on open the pages of another server.
  public Visitors at(URI other) {
    return new Visitors(browser, other, folders, all, ownBridges);
  }

  /// Visitors whose pages are held against nothing until [#leave] is called.
  Visitors apart(TestFolders other) {
    return none(browser, address, other);
  }

  /// Animations are off, as a picture or a check would meet them half-way.
  private NewContextOptions options(Look look) {
    return new NewContextOptions()
        .setBaseURL(address.toString())
        .setLocale(look.language().locale())
        .setTimezoneId("UTC")
        .setColorScheme(look.theme().scheme())
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(look.width(), look.height());
  }

  /// All leave.
  ///
  /// @param failed whether the test has already failed
  /// @throws AssertionError with the problems of their pages, or where the pictures of a failure
  ///   are
  void leave(boolean failed) throws IOException {
    try {
      List<String> problems =
          all.stream().flatMap(visitor -> visitor.takeProblems().stream()).toList();
      if (failed || !problems.isEmpty()) {
        throw new AssertionError(
            "The pages complained of %d things.%n%s%nPictures: %s"
                .formatted(problems.size(), String.join("\n", problems), evidence()));
      }
    } finally {
      all.forEach(Visitor::leave);
      all.clear();
      for (BridgeUnderTest bridge : ownBridges) {
        bridge.close();
      }
      ownBridges.clear();
    }
  }

  private List<String> evidence() {
    var kept = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      try {
        kept.add(all.get(i).keepEvidence(i + 1).toString());
      } catch (PlaywrightException e) {
        kept.add("none of visitor %d: %s".formatted(i + 1, e.getMessage()));
      }
    }
    return kept;
  }
}
