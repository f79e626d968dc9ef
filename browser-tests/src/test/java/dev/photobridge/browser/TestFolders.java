package dev.photobridge.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a test leaves pictures.
///
/// @param build the folder of the build's products
/// @param test the name of the test, fit for a file
record TestFolders(Path build, String test) {
  /// The folders of this build.
  static TestFolders of(String test) {
    return new TestFolders(
        Path.of(System.getProperty("photobridge.build", "target")),
        test.replaceAll("[^\\p{Alnum}.-]+", "_"));
  }

  /// Keeps a picture of the whole page.
  void screenshot(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(build.resolve("screenshots").resolve(name + ".png")));
  }

  /// Keeps a picture and the HTML of the page on which a test failed.
  ///
  /// @return the picture
  Path evidence(Page page, int number) {
    Path picture = build.resolve("failures").resolve("%s-%d.png".formatted(test, number));
    try {
      page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(picture));
      Files.writeString(
          picture.resolveSibling(picture.getFileName().toString().replace(".png", ".html")),
          "<!-- " + page.url() + " -->\n" + page.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return picture;
  }
}
