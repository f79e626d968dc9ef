package dev.photobridge.browser;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

/// What a test may wait for.
final class Waits {
  /// Until it is not on the page any more.
  static final WaitForOptions GONE = new WaitForOptions().setState(WaitForSelectorState.DETACHED);

  private Waits() {}
}
