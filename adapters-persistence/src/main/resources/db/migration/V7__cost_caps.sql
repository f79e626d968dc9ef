-- What a slot may cost, and what its booth gets from then on.
ALTER TABLE slot
  ADD COLUMN cost_cap_per_day              numeric(12,6), -- US dollars; null: no bound
  ADD COLUMN cost_cap_total                numeric(12,6), -- since last_reset_at; null: no bound
  ADD COLUMN cost_cap_reply                text,          -- as failure_reply; null where there is no cap
  ADD COLUMN cost_cap_effect_operation_id  text,          -- of the provider local; with local_effect only
  ADD COLUMN cost_cap_effect_settings_json jsonb,
  ADD CONSTRAINT slot_cost_cap_is_whole
    CHECK ((cost_cap_reply IS NULL) = (num_nonnulls(cost_cap_per_day, cost_cap_total) = 0)),
  ADD CONSTRAINT slot_cost_cap_reply_is_known
    CHECK (cost_cap_reply IN ('error_status', 'original_photo', 'local_effect')),
  ADD CONSTRAINT slot_cost_cap_has_effect_with_local_effect_only
    CHECK (num_nonnulls(cost_cap_effect_operation_id, cost_cap_effect_settings_json)
           = CASE cost_cap_reply WHEN 'local_effect' THEN 2 ELSE 0 END),
  DROP CONSTRAINT slot_has_no_rules_while_free,
  ADD CONSTRAINT slot_has_no_rules_while_free
    CHECK (provider_id IS NOT NULL
           OR (failure_reply = 'error_status' AND fallback_provider_id IS NULL AND join_duplicates
               AND max_parallel_jobs IS NULL AND cost_cap_reply IS NULL));

-- Caps sum up what ended since midnight.
CREATE INDEX attempt_by_end ON attempt (ended_at) INCLUDE (cost);
