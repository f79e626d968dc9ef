-- What operators enter and nobody else may read: provider keys, the ingest password. A missing row means the configured one.
CREATE TABLE secret (
  name       text        PRIMARY KEY,      -- ingest_password, or provider_key/ and the provider's id
  ciphertext bytea       NOT NULL,         -- AES-256-GCM under vault_key of the secrets file, bound to the name: 12 bytes nonce, text, 16 bytes tag
  set_at     timestamptz NOT NULL
);

-- Who changed what; never to what. Rows are written together with the change and never changed.
CREATE TABLE audit_entry (
  id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  account text        NOT NULL,            -- no reference: what somebody did stays when the account goes
  action  text        NOT NULL,            -- names of the domain's AuditedAction
  subject text                             -- id of the provider, slot or job; null where there is only one such thing
);

CREATE INDEX audit_entry_newest_first ON audit_entry (at DESC, id DESC);

-- The settings page counts processed photos; this index alone answers it.
CREATE INDEX media_object_results ON media_object (expires_at) INCLUDE (created_at, size_bytes) WHERE kind = 'RESULT';
