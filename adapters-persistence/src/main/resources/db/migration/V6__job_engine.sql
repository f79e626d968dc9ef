-- What the job engine needs on several nodes: leases with a fencing token, fallback, joining, limits, calls that the
-- provider answers later; and a row for every attempt.
ALTER TABLE job
  -- The order.
  ADD COLUMN fallback_provider_id   text,     -- tried when the main setup fails; null: nothing
  ADD COLUMN fallback_operation_id  text,
  ADD COLUMN fallback_settings_json jsonb,
  ADD COLUMN slot_parallel_limit    integer CHECK (slot_parallel_limit >= 1), -- jobs of the slot at once; null: no limit
  ADD COLUMN duplicate_key          text,     -- equal for orders that ask for the same; null: never joined
  -- Where it stands.
  ADD COLUMN target                 text    NOT NULL DEFAULT 'MAIN' CHECK (target IN ('MAIN', 'FALLBACK')),
  ADD COLUMN target_provider_id     text    GENERATED ALWAYS AS
    (CASE target WHEN 'MAIN' THEN provider_id ELSE fallback_provider_id END) STORED,
  ADD COLUMN lost_attempts          integer NOT NULL DEFAULT 0, -- broke off with their worker; whether they were billed is unknown
  ADD COLUMN deferred_id            text,     -- what to ask the provider about, once it has accepted the call
  ADD COLUMN check_at               timestamptz, -- WAITING_PROVIDER: when to ask
  -- Who has it. Leases go by the database's clock, the one that all nodes share.
  ADD COLUMN fence                  bigint  NOT NULL DEFAULT 0, -- one up with every claim; each later write of its worker checks it
  ADD COLUMN lease_until            timestamptz, -- RUNNING: anyone may take it over from then on; null: at once
  ADD CONSTRAINT job_fallback_is_whole CHECK
    (num_nulls(fallback_provider_id, fallback_operation_id, fallback_settings_json) IN (0, 3)),
  ADD CONSTRAINT job_target_exists CHECK (target = 'MAIN' OR fallback_provider_id IS NOT NULL),
  DROP CONSTRAINT job_state_check,
  ADD CONSTRAINT job_state_check CHECK
    (state IN ('QUEUED', 'RUNNING', 'WAITING_PROVIDER', 'SUCCEEDED', 'SUCCEEDED_LATE', 'FAILED', 'EXPIRED')),
  DROP CONSTRAINT job_state_is_whole,
  ADD CONSTRAINT job_state_is_whole CHECK (
    CASE state
      WHEN 'QUEUED' THEN not_before IS NOT NULL
      WHEN 'RUNNING' THEN started_at IS NOT NULL
      WHEN 'WAITING_PROVIDER' THEN started_at IS NOT NULL AND deferred_id IS NOT NULL AND check_at IS NOT NULL
      WHEN 'FAILED' THEN finished_at IS NOT NULL AND failure_kind IS NOT NULL
      WHEN 'EXPIRED' THEN finished_at IS NOT NULL
      ELSE finished_at IS NOT NULL AND result_media_id IS NOT NULL
    END);

DROP INDEX job_open;
CREATE INDEX job_open ON job (received_at, id) WHERE state IN ('QUEUED', 'RUNNING', 'WAITING_PROVIDER');
CREATE INDEX job_by_end ON job (finished_at) WHERE finished_at IS NOT NULL; -- the oldest are deleted after some weeks
CREATE INDEX job_by_duplicate_key ON job (duplicate_key) WHERE duplicate_key IS NOT NULL;

-- One row an attempt: what was asked of whom, and what it brought and cost.
CREATE TABLE attempt (
  job_id         uuid          NOT NULL REFERENCES job (id) ON DELETE CASCADE,
  number         integer       NOT NULL,   -- counted from 1
  provider_id    text          NOT NULL,
  operation_id   text          NOT NULL,
  started_at     timestamptz   NOT NULL,
  ended_at       timestamptz,              -- null while it goes on
  outcome        text CHECK (outcome IN ('DELIVERED', 'FAILED', 'UNKNOWN')), -- UNKNOWN: its worker is gone, and nobody knows
  failure_kind   text,                     -- FAILED: as in table job
  failure_reason text,
  failure_detail text,
  cost           numeric(12,6) NOT NULL DEFAULT 0, -- US dollars, as far as is known
  tokens         bigint        NOT NULL DEFAULT 0, -- as the provider counted them; 0 where it does not
  PRIMARY KEY (job_id, number),
  CONSTRAINT attempt_end_is_whole CHECK (
    (ended_at IS NULL) = (outcome IS NULL) AND (outcome IS NOT DISTINCT FROM 'FAILED') = (failure_kind IS NOT NULL))
);

-- Limits count the attempts of the last minute and day.
CREATE INDEX attempt_by_provider ON attempt (provider_id, started_at);

-- The photo was posted before, and the row of that POST has the cost.
ALTER TABLE processing_log ADD COLUMN joined boolean NOT NULL DEFAULT false;
