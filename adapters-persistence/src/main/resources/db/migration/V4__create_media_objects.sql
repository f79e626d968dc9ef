-- Images kept as files. The row is written after its file is safe on disk, so that none points to half a file.
CREATE TABLE media_object (
  id          uuid        PRIMARY KEY,
  kind        text        NOT NULL CHECK (kind IN ('SOURCE', 'RESULT', 'UPLOAD')),
  path        text        NOT NULL UNIQUE,   -- below MEDIA_ROOT, with slashes
  mime        text        NOT NULL,          -- by content
  size_bytes  bigint      NOT NULL,
  width       integer     NOT NULL,          -- as stored, before the orientation is applied
  height      integer     NOT NULL,
  orientation smallint    NOT NULL CHECK (orientation BETWEEN 1 AND 8), -- EXIF
  animated    boolean     NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,          -- not served from then on, and soon deleted
  job_id      uuid                           -- no reference: a photo is kept before its job is recorded
);

CREATE INDEX media_object_by_expiry ON media_object (expires_at);
