package dev.photobridge.domain.prompt;

/// What a prompt writer is to do with a prompt.
public enum PromptTask {
  /// Into English, which image models understand best, and nothing else.
  TRANSLATE,
  /// Into English and into the detailed words that image models work best with.
  IMPROVE
}
