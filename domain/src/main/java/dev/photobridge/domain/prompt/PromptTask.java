package dev.photobridge.domain.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a prompt writer is to do with a prompt.
public enum PromptTask {
  /// Into English, which image models understand best, and nothing else.
  TRANSLATE,
  /// Into English and into the detailed words that image models work best with.
  IMPROVE;

  /// The task of this name, such as `translate`, as settings and the API write it.
  public static Optional<PromptTask> named(String name) {
    return Arrays.stream(values())
        .filter(task -> task.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
