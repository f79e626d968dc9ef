package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.domain.provider.ProviderId;
import java.util.Arrays;
import java.util.Optional;

/// A part of a slot's form that chooses an operation and its settings.
public enum FormPart {
  /// What the slot does.
  SETUP("setup", ""),
  /// What it does when that fails.
  FALLBACK("fallback", "/fallback"),
  /// What a booth gets in place of a processed photo.
  FAILURE("failure", "/failure_reply"),
  /// What a booth gets once the slot may cost no more.
  CAP("cap", "/cost_cap/reply");

  private final String word;
  private final String pointer;

  FormPart(String word, String pointer) {
    this.word = word;
    this.pointer = pointer;
  }

  /// The part of this word, such as `fallback`.
  static Optional<FormPart> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
  }

  /// Begins the names of its fields.
  public String word() {
    return word;
  }

  /// Where it stands in the body of the contract's calls.
  String pointer() {
    return pointer;
  }

  /// The provider's field.
  public String provider() {
    return word + ".provider";
  }

  /// The operation's field.
  public String operation() {
    return word + ".operation";
  }

  /// For which provider and operation the fields were drawn.
  public String drawn() {
    return word + ".drawn";
  }

  /// The field of what a booth gets.
  public String kind() {
    return word + ".kind";
  }

  /// Begins the names of the settings' fields.
  public String settings() {
    return word + ".settings";
  }

  /// Whether operators choose its provider; else it is always the local one.
  public boolean choosesProvider() {
    return this == SETUP || this == FALLBACK;
  }

  /// The provider that a draft names.
  String providerIn(SlotDraft draft) {
    return choosesProvider() ? draft.text(provider()) : ProviderId.LOCAL.value();
  }
}
