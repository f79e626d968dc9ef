-- Where a photo's time went, what operators look jobs up by, and what their own jobs cost.
ALTER TABLE job
  ADD COLUMN accepted_at timestamptz; -- the photo had come in whole and was found good; null in rows older than this column

ALTER TABLE attempt
  ADD COLUMN asked_at    timestamptz, -- the provider was called; null: it was not, or nobody knows
  ADD COLUMN answered_at timestamptz; -- its answer had come whole; null: none came, or nobody knows

-- Filters of the list. Neither column changes while a job is open, but for a fallback.
CREATE INDEX job_by_provider ON job (account, target_provider_id, received_at DESC, id DESC);
CREATE INDEX job_of_operators ON job (account, received_at DESC, id DESC) WHERE origin <> 'BOOTH'; -- few among many

-- An operator's job is written down before its end is, so that no crash in between hides what it cost; once, whoever ends it.
CREATE UNIQUE INDEX processing_log_of_operators ON processing_log (job_id) WHERE origin = 'OPERATOR';
