-- Photos made ready for providers that fetch them by their links, and what providers post to the webhooks of jobs.
ALTER TABLE media_object
  DROP CONSTRAINT media_object_kind_check,
  ADD CONSTRAINT media_object_kind_check CHECK (kind IN ('SOURCE', 'RESULT', 'SHARED', 'UPLOAD'));

CREATE INDEX media_object_shared ON media_object (job_id) WHERE kind = 'SHARED'; -- let go when the job ends

CREATE TABLE provider_report (
  job_id uuid PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
  body   text NOT NULL -- as it was posted; the latest one
);
