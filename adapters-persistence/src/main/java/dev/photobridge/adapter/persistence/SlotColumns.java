package dev.photobridge.adapter.persistence;

/// The columns that tables `slot` and `slot_version` share.
final class SlotColumns {
  /// Those of the cost cap, which make a [CostCapRow].
  static final String COST_CAP =
      """
      cost_cap_per_day, cost_cap_total, cost_cap_reply,
      cost_cap_effect_operation_id, cost_cap_effect_settings_json
      """;

  /// All of them, as they are read.
  static final String ALL =
      """
      account, id, name, provider_id, operation_id, settings_json,
      failure_reply, effect_operation_id, effect_settings_json,
      fallback_provider_id, fallback_operation_id, fallback_settings_json,
      join_duplicates, max_parallel_jobs,
      COST_CAP,
      last_reset_at, updated_at, version
      """
          .replace("COST_CAP", COST_CAP);

  private SlotColumns() {}
}
