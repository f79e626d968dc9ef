-- Operators. There is no registration: at every start the rows are made what the credentials file says.
CREATE TABLE account (
  name          text        PRIMARY KEY,
  password_hash text        NOT NULL,      -- Argon2id with salt and parameters, never a password
  created_at    timestamptz NOT NULL
);

-- 40 slots an account, written once and never deleted, so that ingest links live as long as the installation.
CREATE TABLE slot (
  account       text        NOT NULL REFERENCES account (name),
  id            text        NOT NULL CHECK (id ~ '^slot-[0-9]{3}$'),
  name          text        NOT NULL,      -- what the operator calls it; empty while the slot is free
  provider_id   text,                      -- ids of the catalogue; null while the slot is free
  operation_id  text,
  settings_json jsonb,                     -- satisfies the operation's settings_schema; images by their media ids
  last_reset_at timestamptz NOT NULL,      -- statistics count from here
  updated_at    timestamptz NOT NULL,
  version       bigint      NOT NULL,      -- one up with every change; ETag and If-Match compare it
  PRIMARY KEY (account, id),
  CONSTRAINT slot_is_configured_or_free CHECK (num_nulls(provider_id, operation_id, settings_json) IN (0, 3))
);

-- What operators change while the server runs, such as the sync timeout. A missing row means the configured default.
CREATE TABLE setting (
  name       text        PRIMARY KEY,
  value      text        NOT NULL,
  updated_at timestamptz NOT NULL
);
