package dev.photobridge.domain.account;

/// A change that is remembered together with who made it.
public enum AuditedAction {
  /// What booths have to send.
  INGEST_PASSWORD_CHANGED,
  /// How long booths wait.
  SYNC_TIMEOUT_CHANGED,
  /// What all slots together may cost a day.
  COST_CAP_CHANGED,
  /// The API key of a provider.
  PROVIDER_KEY_SET,
  /// The API key of a provider.
  PROVIDER_KEY_REMOVED,
  /// All processed photos were deleted.
  MEDIA_CACHE_CLEARED,
  /// A slot's settings.
  SLOT_SAVED,
  /// A slot was made free.
  SLOT_RESET,
  /// An earlier version of a slot was brought back.
  SLOT_RESTORED,
  /// A slot's statistics count anew.
  SLOT_STATISTICS_RESET,
  /// A job and its photos are gone.
  JOB_DELETED
}
