-- A job that is claimed, renewed or given back changes in no index: none knows the state of an open job, so that its new
-- version stays on its page (a heap-only tuple). Which of the open jobs run is told by their open attempts.
ALTER TABLE job SET (fillfactor = 60); -- room for that version
ALTER TABLE job
  ADD COLUMN end_state text GENERATED ALWAYS AS (CASE WHEN finished_at IS NOT NULL THEN state END) STORED, -- null while it is open
  DROP CONSTRAINT job_state_is_whole,
  ADD CONSTRAINT job_state_is_whole CHECK (
    CASE state
      WHEN 'QUEUED' THEN finished_at IS NULL AND not_before IS NOT NULL
      WHEN 'RUNNING' THEN finished_at IS NULL AND started_at IS NOT NULL
      WHEN 'WAITING_PROVIDER' THEN finished_at IS NULL AND started_at IS NOT NULL AND deferred_id IS NOT NULL AND check_at IS NOT NULL
      WHEN 'FAILED' THEN finished_at IS NOT NULL AND failure_kind IS NOT NULL
      WHEN 'EXPIRED' THEN finished_at IS NOT NULL
      ELSE finished_at IS NOT NULL AND result_media_id IS NOT NULL
    END);

DROP INDEX job_by_state;
CREATE INDEX job_by_end_state ON job (account, end_state, received_at DESC, id DESC) WHERE end_state IS NOT NULL;
DROP INDEX job_open;
CREATE INDEX job_open ON job (target_provider_id, received_at, id) WHERE finished_at IS NULL;
DROP INDEX job_limited_by_slot;
CREATE INDEX job_limited_by_slot ON job (target_provider_id) WHERE finished_at IS NULL AND slot_parallel_limit IS NOT NULL;

DROP INDEX attempt_open;
CREATE INDEX attempt_open ON attempt (provider_id, job_id) WHERE ended_at IS NULL;
