package dev.photobridge.domain.check;

import static dev.photobridge.domain.check.Verdict.FINE;
import static dev.photobridge.domain.check.Verdict.NOTED;
import static dev.photobridge.domain.check.Verdict.WRONG;

/// Everything that a look can find. What it says to people stands with whoever speaks to them; the
/// names behind each code are the values that its text may use.
public enum FindingCode {
  /// `providers`, `file`
  CATALOGUE_READ(FINE),
  /// `file`
  CATALOGUE_BROKEN(WRONG),

  /// `file`, `accounts`
  SECRETS_SAFE(FINE),
  /// `file`
  SECRETS_MISSING(NOTED),
  /// `file`, `days`
  SECRETS_OLD(NOTED),
  /// `file`
  SECRETS_OPEN(WRONG),
  /// `file`
  SECRETS_BROKEN(WRONG),

  /// `schema`, `millis`
  DATABASE_ANSWERS(FINE),
  /// `millis`
  DATABASE_SLOW(NOTED),
  /// `folder`
  DATABASE_IN_USE(NOTED),
  /// `schema`
  DATABASE_OUTDATED(WRONG),
  DATABASE_AWAY(WRONG),

  /// `folder`, `free_mb`
  DISK_ROOMY(FINE),
  /// `folder`, `free_mb`
  DISK_SHORT(NOTED),
  /// `folder`, `free_mb`
  DISK_FULL(WRONG),

  /// `time`, `zone`
  CLOCK_SHOWN(FINE),
  /// `seconds`
  CLOCK_OFF(NOTED),
  /// `seconds`
  CLOCK_WRONG(WRONG),

  MEDIA_WORKS(FINE),
  MEDIA_FAILS(WRONG),

  PROVIDER_WORKS(FINE),
  /// `seconds`
  PROVIDER_WORKS_IN(FINE),
  /// `key`
  PROVIDER_NO_KEY(NOTED),
  /// `key`, `slots`
  PROVIDER_KEY_NEEDED(WRONG),
  /// `reason`
  PROVIDER_FAILS(WRONG),

  /// `models`
  MODELS_LISTED(FINE),
  MODELS_UNUSED(FINE),
  /// `date`, `slots`
  MODEL_ENDING(NOTED),
  /// `stage`, `slots`
  MODEL_OUTDATED(NOTED),
  /// `date`, `slots`
  MODEL_ENDED(WRONG),
  /// `slots`
  MODEL_UNKNOWN(WRONG),

  /// `number`
  SLOTS_READY(FINE),
  SLOTS_FREE(NOTED),
  SLOTS_UNREAD(NOTED),
  /// `provider`, `operation`
  SLOT_OPERATION_GONE(WRONG),
  /// `field`
  SLOT_IMAGE_GONE(WRONG),

  /// `address`
  ADDRESS_OURS(FINE),
  ADDRESS_UNNEEDED(FINE),
  /// `providers`
  ADDRESS_MISSING(NOTED),
  /// `address`, `providers`
  ADDRESS_LOCAL(NOTED),
  /// `address`
  ADDRESS_SILENT(NOTED),
  /// `providers`
  ADDRESS_NEEDED(WRONG),
  /// `address`, `providers`
  ADDRESS_LOCAL_NEEDED(WRONG),
  /// `address`
  ADDRESS_OF_ANOTHER(WRONG),

  /// The look itself did not end in time.
  PART_SILENT(WRONG),
  /// The look itself broke.
  PART_BROKEN(WRONG);

  private final Verdict verdict;

  FindingCode(Verdict verdict) {
    this.verdict = verdict;
  }

  /// How good that is.
  public Verdict verdict() {
    return verdict;
  }
}
