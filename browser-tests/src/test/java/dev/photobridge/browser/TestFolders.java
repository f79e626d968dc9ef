package dev.photobridge.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a test leaves pictures.
///
/// @param build the folder of the build's products
/// @param test the name of the test, fit for a file
record TestFolders(Path build, String test) {
  /// Whether all images are there that somebody could see.
  private static final String SHOWN =
      "() => [...document.images].every(image => image.complete || image.offsetParent === null)";

  /// The folders of this build.
  static TestFolders of(String test) {
    return new TestFolders(
        Path.of(System.getProperty("photobridge.build", "target")),
        test.replaceAll("[^\\p{Alnum}.-]+", "_"));
  }

  /// Keeps a picture of the whole page, in a window that is high enough for it: bars that stick to
  /// the window's edges are then where the page ends.
  void screenshot(Page page, String name) {
    ViewportSize window = page.viewportSize();
    int height = (int) page.evaluate("() => document.documentElement.scrollHeight");
    page.setViewportSize(window.width, Math.max(window.height, height));
    page.waitForFunction(SHOWN);
    page.screenshot(wholePage(build.resolve("screenshots").resolve(name + ".png")));
    page.setViewportSize(window.width, window.height);
  }

  /// With the caret as it is, as it would else be hidden by styles in the page.
  private static ScreenshotOptions wholePage(Path picture) {
    return new ScreenshotOptions()
        .setFullPage(true)
        .setCaret(ScreenshotCaret.INITIAL)
        .setPath(picture);
  }

  /// Keeps a picture and the HTML of the page on which a test failed.
  ///
  /// @return the picture
  Path evidence(Page page, int number) {
    Path picture = build.resolve("failures").resolve("%s-%d.png".formatted(test, number));
    try {
      page.screenshot(wholePage(picture));
      Files.writeString(
          picture.resolveSibling(picture.getFileName().toString().replace(".png", ".html")),
          "<!-- " + page.url() + " -->\n" + page.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return picture;
  }
}
