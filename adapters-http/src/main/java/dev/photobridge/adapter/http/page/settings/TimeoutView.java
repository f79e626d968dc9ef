package dev.photobridge.adapter.http.page.settings;

import dev.photobridge.openapi.model.SettingsDto;

/// The form of how long booths wait.
///
/// @param seconds as set, or as typed
/// @param refusal why it was not saved; empty where nothing is wrong
/// @param saved whether it was saved just now
/// @param next where a plain form comes back to
public record TimeoutView(String seconds, String refusal, boolean saved, String next) {
  /// What is set.
  public static TimeoutView of(SettingsDto settings, String next) {
    return new TimeoutView(settings.syncTimeoutSec().toString(), "", false, next);
  }
}
