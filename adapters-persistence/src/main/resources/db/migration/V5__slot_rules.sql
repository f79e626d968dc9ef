-- What a slot does besides its setup: when the provider fails, when a photo comes twice, when many come at once.
ALTER TABLE slot
  ADD COLUMN failure_reply         text    NOT NULL DEFAULT 'error_status', -- what the booth gets without a processed photo
  ADD COLUMN effect_operation_id   text,                                    -- of the provider local; with local_effect only
  ADD COLUMN effect_settings_json  jsonb,
  ADD COLUMN fallback_provider_id  text,                                    -- tried when the slot's own operation fails
  ADD COLUMN fallback_operation_id text,
  ADD COLUMN fallback_settings_json jsonb,
  ADD COLUMN join_duplicates       boolean NOT NULL DEFAULT true,           -- a photo sent again gets the first one's result
  ADD COLUMN max_parallel_jobs     integer,                                 -- null: as many as the provider allows
  ADD CONSTRAINT slot_failure_reply_is_known
    CHECK (failure_reply IN ('error_status', 'original_photo', 'local_effect')),
  ADD CONSTRAINT slot_has_effect_with_local_effect_only
    CHECK (num_nonnulls(effect_operation_id, effect_settings_json)
           = CASE failure_reply WHEN 'local_effect' THEN 2 ELSE 0 END),
  ADD CONSTRAINT slot_fallback_is_whole
    CHECK (num_nulls(fallback_provider_id, fallback_operation_id, fallback_settings_json) IN (0, 3)),
  ADD CONSTRAINT slot_max_parallel_jobs_is_a_bound
    CHECK (max_parallel_jobs BETWEEN 1 AND 100),
  ADD CONSTRAINT slot_has_no_rules_while_free
    CHECK (provider_id IS NOT NULL
           OR (failure_reply = 'error_status' AND fallback_provider_id IS NULL AND join_duplicates
               AND max_parallel_jobs IS NULL));
