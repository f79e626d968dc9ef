-- What slots were before their latest changes: a row is written with every change that operators make, the newest 20 of a
-- slot stay. Columns as in table slot.
CREATE TABLE slot_version (
  account                       text        NOT NULL,
  id                            text        NOT NULL,
  name                          text        NOT NULL,
  provider_id                   text,                 -- null: it was free
  operation_id                  text,
  settings_json                 jsonb,
  failure_reply                 text        NOT NULL,
  effect_operation_id           text,
  effect_settings_json          jsonb,
  fallback_provider_id          text,
  fallback_operation_id         text,
  fallback_settings_json        jsonb,
  join_duplicates               boolean     NOT NULL,
  max_parallel_jobs             integer,
  cost_cap_per_day              numeric(12,6),
  cost_cap_total                numeric(12,6),
  cost_cap_reply                text,
  cost_cap_effect_operation_id  text,
  cost_cap_effect_settings_json jsonb,
  last_reset_at                 timestamptz NOT NULL,
  updated_at                    timestamptz NOT NULL, -- when it was saved
  version                       bigint      NOT NULL, -- what it is called
  replaced_at                   timestamptz NOT NULL, -- until when it held
  PRIMARY KEY (account, id, version),
  FOREIGN KEY (account, id) REFERENCES slot (account, id)
);

-- Small pictures of uploads and results. One dies with the image that it shows.
ALTER TABLE media_object
  DROP CONSTRAINT media_object_kind_check,
  ADD CONSTRAINT media_object_kind_check CHECK (kind IN ('SOURCE', 'RESULT', 'SHARED', 'UPLOAD', 'THUMBNAIL')),
  ADD COLUMN parent_id uuid REFERENCES media_object (id) ON DELETE CASCADE, -- of a thumbnail: what it shows
  ADD CONSTRAINT media_object_thumbnail_has_parent CHECK ((kind = 'THUMBNAIL') = (parent_id IS NOT NULL));

CREATE INDEX media_object_by_parent ON media_object (parent_id) WHERE parent_id IS NOT NULL;
