package dev.photobridge.adapter.provider.local.lettering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The fonts that are shipped: Liberation, under the SIL Open Font License 1.1, with Latin, Greek
/// and Cyrillic letters.
public enum Typeface {
  SANS("LiberationSans-Bold.ttf"),
  SERIF("LiberationSerif-Bold.ttf"),
  MONO("LiberationMono-Bold.ttf");

  /// More than any of the files has.
  private static final int MAX_BYTES = 1 << 20;

  private final String file;

  Typeface(String file) {
    this.file = file;
  }

  /// The word that stands in settings, such as `sans`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All words, the usual one first.
  public static List<String> words() {
    return Arrays.stream(values()).map(Typeface::word).toList();
  }

  /// The typeface of that name.
  ///
  /// @param word one of [#words]
  public static Typeface of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Loads the font.
  public TrueTypeFont font() {
    try (InputStream in = Typeface.class.getResourceAsStream("/liberation/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program was packed without its font " + file);
      }
      return TrueTypeFont.read(in.readNBytes(MAX_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
