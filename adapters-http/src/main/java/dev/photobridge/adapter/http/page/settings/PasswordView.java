package dev.photobridge.adapter.http.page.settings;

import dev.photobridge.openapi.model.SettingsDto;

/// The ingest password.
///
/// @param lost whether another one was set that can't be read any more
public record PasswordView(String password, boolean lost) {
  /// What is set.
  public static PasswordView of(SettingsDto settings) {
    return new PasswordView(
        settings.ingestPassword(), Boolean.TRUE.equals(settings.ingestPasswordLost()));
  }
}
