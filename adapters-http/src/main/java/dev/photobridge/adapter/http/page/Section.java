package dev.photobridge.adapter.http.page;

import java.util.Locale;

/// A page's place in the menu.
public enum Section {
  /// The slots, at the root.
  SLOTS("/"),
  /// The latest photos.
  JOBS("/jobs"),
  /// Counts, times and costs.
  STATISTICS("/statistics"),
  /// Passwords, keys and bounds.
  SETTINGS("/settings"),
  /// Whether tonight will work.
  CHECK("/check"),
  /// How to talk to the server.
  DOCS("/docs"),
  /// Before anybody is signed in; in no menu.
  NONE("/");

  private final String path;

  Section(String path) {
    this.path = path;
  }

  /// Where its page is.
  public String path() {
    return path;
  }

  /// Its name in texts, and in the names of its styles and scripts.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
