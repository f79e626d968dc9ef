-- Claims read what they take: the oldest that wait for a provider, and the few that have a place.
CREATE INDEX job_open_by_state ON job (state, target_provider_id, received_at, id)
  WHERE state IN ('QUEUED', 'RUNNING', 'WAITING_PROVIDER');
DROP INDEX job_open;
ALTER INDEX job_open_by_state RENAME TO job_open;
-- Few among those that wait: jobs of slots that let only so many run at once.
CREATE INDEX job_limited_by_slot ON job (target_provider_id)
  WHERE state = 'QUEUED' AND slot_parallel_limit IS NOT NULL;
-- Attempts that go on are few, and found by their jobs.
CREATE INDEX attempt_open ON attempt (job_id) WHERE ended_at IS NULL;
DROP INDEX attempt_by_end;
CREATE INDEX attempt_by_end ON attempt (ended_at) INCLUDE (cost) WHERE ended_at IS NOT NULL;
