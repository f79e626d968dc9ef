-- One row a photo that was accepted. README.md beside this file draws the states.
CREATE TABLE job (
  id              uuid          PRIMARY KEY,

  -- The order: fixed when the photo is accepted; later changes of the slot don't reach it.
  account         text          NOT NULL,
  slot_id         text          NOT NULL,
  provider_id     text          NOT NULL,
  operation_id    text          NOT NULL,
  settings_json   jsonb         NOT NULL,
  source_media_id uuid          NOT NULL,  -- no reference: the photo is deleted long before this row
  fields          jsonb         NOT NULL,  -- form fields and query parameters of the booth, never the password
  received_at     timestamptz   NOT NULL,  -- first byte of the request
  answer_by       timestamptz   NOT NULL,  -- the booth has its answer by then
  expires_at      timestamptz   NOT NULL,  -- the job is given up then

  -- Where it stands.
  state           text          NOT NULL
    CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'SUCCEEDED_LATE', 'FAILED', 'EXPIRED')),
  attempts        integer       NOT NULL,  -- begun so far; each is at most one provider call
  cost            numeric(12,6) NOT NULL,  -- US dollars, all attempts together
  not_before      timestamptz,             -- QUEUED: must not start earlier
  started_at      timestamptz,             -- RUNNING: when this attempt began
  finished_at     timestamptz,

  -- How it ended.
  result_media_id uuid,                    -- no reference: results are deleted after some days
  failure_kind    text,                    -- FailureKind
  failure_reason  text,                    -- the provider's own word, may be shown to anyone
  failure_detail  text,                    -- for operators only

  FOREIGN KEY (account, slot_id) REFERENCES slot (account, id),
  CONSTRAINT job_times_in_order CHECK (received_at <= answer_by AND answer_by <= expires_at),
  CONSTRAINT job_state_is_whole CHECK (
    CASE state
      WHEN 'QUEUED' THEN not_before IS NOT NULL
      WHEN 'RUNNING' THEN started_at IS NOT NULL
      WHEN 'FAILED' THEN finished_at IS NOT NULL AND failure_kind IS NOT NULL
      WHEN 'EXPIRED' THEN finished_at IS NOT NULL
      ELSE finished_at IS NOT NULL AND result_media_id IS NOT NULL
    END)
);

-- An account's jobs, newest first: all, of one slot, in one state.
CREATE INDEX job_by_account ON job (account, received_at DESC, id DESC);
CREATE INDEX job_by_slot ON job (account, slot_id, received_at DESC, id DESC);
CREATE INDEX job_by_state ON job (account, state, received_at DESC, id DESC);
-- Open jobs are few among many ended ones.
CREATE INDEX job_open ON job (received_at, id) WHERE state IN ('QUEUED', 'RUNNING');
