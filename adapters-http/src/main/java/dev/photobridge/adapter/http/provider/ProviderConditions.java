package dev.photobridge.adapter.http.provider;

import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.openapi.model.ProviderConditionDto;

/// Conditions of providers in the contract's words.
public final class ProviderConditions {
  private ProviderConditions() {}

  /// The contract's word.
  public static ProviderConditionDto dto(ProviderCondition condition) {
    return switch (condition) {
      case AVAILABLE -> ProviderConditionDto.AVAILABLE;
      case PROBING -> ProviderConditionDto.PROBING;
      case UNAVAILABLE -> ProviderConditionDto.UNAVAILABLE;
      case QUOTA_EXHAUSTED -> ProviderConditionDto.QUOTA_EXHAUSTED;
      case KEY_REJECTED -> ProviderConditionDto.KEY_REJECTED;
    };
  }
}
