-- One row a photo that came to a slot with the right password; statistics are made of it.
CREATE TABLE processing_log (
  id               bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account          text           NOT NULL,
  slot_id          text           NOT NULL,
  job_id           uuid,                    -- null: refused before there was a job
  created_at       timestamptz    NOT NULL, -- when the request came
  status           text           NOT NULL CHECK (status IN ('SUCCESS', 'ERROR', 'TIMEOUT')), -- what the booth got
  response_time_ms bigint         NOT NULL CHECK (response_time_ms >= 0),
  cost             numeric(12,6)  NOT NULL, -- US dollars
  error_message    text,                    -- for operators; null on success
  FOREIGN KEY (account, slot_id) REFERENCES slot (account, id)
);

CREATE INDEX processing_log_by_slot ON processing_log (account, slot_id, created_at);
CREATE INDEX processing_log_by_job ON processing_log (job_id) WHERE job_id IS NOT NULL;
