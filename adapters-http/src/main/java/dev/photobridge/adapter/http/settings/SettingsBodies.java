package dev.photobridge.adapter.http.settings;

import dev.photobridge.adapter.http.error.BodyText;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.openapi.model.DailyCostCapSettingDto;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.IngestPasswordChangeDto;
import dev.photobridge.openapi.model.ProviderKeyChangeDto;
import dev.photobridge.openapi.model.SyncTimeoutSettingDto;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an operator wants to be set, read from the wire. What is outside of the contract's bounds
/// is refused with an [ErrorAnswerException], which never quotes a secret.
final class SettingsBodies {
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 100;
  private static final int LONGEST_KEY = 500;
  private static final int SHORTEST_TIMEOUT_SEC = 10;
  private static final int LONGEST_TIMEOUT_SEC = 600;
  private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(100_000);

  private SettingsBodies() {}

  static @Nullable String ingestPassword(IngestPasswordChangeDto wanted) {
    String password = wanted.password();
    if (password == null) {
      return null;
    }
    if (password.length() < SHORTEST_PASSWORD) {
      throw invalid("/password", "too_short").with("limit", SHORTEST_PASSWORD).asException();
    }
    return BodyText.upTo(LONGEST_PASSWORD, "/password", password);
  }

  static String key(ProviderKeyChangeDto wanted) {
    return BodyText.oneUpTo(LONGEST_KEY, "/key", wanted.key().strip());
  }

  static Duration syncTimeout(SyncTimeoutSettingDto wanted) {
    int seconds = wanted.syncTimeoutSec();
    if (seconds < SHORTEST_TIMEOUT_SEC || seconds > LONGEST_TIMEOUT_SEC) {
      throw invalid("/sync_timeout_sec", "not_allowed")
          .with("found", seconds)
          .with("allowed", SHORTEST_TIMEOUT_SEC + "-" + LONGEST_TIMEOUT_SEC)
          .asException();
    }
    return Duration.ofSeconds(seconds);
  }

  static @Nullable Cost dailyCostCap(DailyCostCapSettingDto wanted) {
    BigDecimal dollars = wanted.perDayUsd();
    if (dollars == null) {
      return null;
    }
    if (dollars.signum() < 0 || dollars.compareTo(MOST_DOLLARS) > 0) {
      throw invalid("/per_day_usd", "not_allowed")
          .with("found", dollars)
          .with("allowed", "0-" + MOST_DOLLARS)
          .asException();
    }
    return Cost.ofDollars(dollars);
  }

  /// A secret with characters that not every program sends on.
  static ErrorAnswerException unusable(String pointer) {
    return invalid(pointer, "unusable_characters").asException();
  }

  private static ErrorAnswer invalid(String pointer, String reason) {
    return ErrorAnswer.of(ErrorCodeDto.BODY_INVALID).with("field", pointer).with("reason", reason);
  }
}
