-- Operators try slots out and run jobs again: those jobs are theirs, not a booth's.
ALTER TABLE job
  ADD COLUMN origin   text NOT NULL DEFAULT 'BOOTH' CHECK (origin IN ('BOOTH', 'TEST', 'RERUN')),
  ADD COLUMN rerun_of uuid, -- no reference: that job may be deleted before this one
  ADD CONSTRAINT job_is_rerun_of_another CHECK ((origin = 'RERUN') = (rerun_of IS NOT NULL));

-- Statistics are also asked for by provider.
ALTER TABLE processing_log
  ADD COLUMN origin      text NOT NULL DEFAULT 'BOOTH' CHECK (origin IN ('BOOTH', 'OPERATOR')), -- an operator's row only counts in the cost
  ADD COLUMN provider_id text; -- that the slot was set to; null in rows older than this column
