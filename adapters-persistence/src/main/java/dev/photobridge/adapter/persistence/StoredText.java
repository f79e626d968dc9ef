package dev.photobridge.adapter.persistence;

import org.jspecify.annotations.Nullable;

/// Text as PostgreSQL can hold it: everything but U+0000, which no operator types and some booth
/// software sends as padding.
public final class StoredText {
  private StoredText() {}

  /// The text without U+0000.
  public static String of(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /// The text without U+0000, or null.
  public static @Nullable String ofNullable(@Nullable String text) {
    return text == null ? null : of(text);
  }
}
