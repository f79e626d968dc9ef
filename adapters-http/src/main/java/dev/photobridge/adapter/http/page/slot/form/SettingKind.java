package dev.photobridge.adapter.http.page.slot.form;

/// How operators enter a setting.
enum SettingKind {
  /// A line of text.
  LINE,
  /// Text of several lines.
  PROSE,
  /// A number, also a whole one.
  NUMBER,
  /// One of a few values.
  CHOICE,
  /// Yes or no.
  SWITCH,
  /// The id of an uploaded image.
  IMAGE,
  /// A colour such as `#00b140`.
  COLOUR,
  /// Settings within a setting.
  GROUP,
  /// Anything else: JSON text.
  JSON
}
