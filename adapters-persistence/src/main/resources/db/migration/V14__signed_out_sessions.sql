-- Sessions that were ended by signing out. Their tokens say who they are for; these rows say that they are good no longer.
CREATE TABLE signed_out_session (
  id         uuid        PRIMARY KEY,
  expires_at timestamptz NOT NULL -- its last token ends then, and the row is of no use any more
);

CREATE INDEX signed_out_session_by_expiry ON signed_out_session (expires_at);
