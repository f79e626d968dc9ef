-- Sums of processing_log, written in the transaction that writes its rows, so that statistics don't read the log.
-- A row of the log is in one bucket of each span, for its slot and for all slots of its account together.
CREATE TABLE statistics_bucket (
  account         text          NOT NULL,
  slot_id         text          NOT NULL, -- '': all slots of the account together
  span            text          NOT NULL CHECK (span IN ('QUARTER', 'THREE_HOURS', 'DAY', 'ALL')), -- QUARTER: of an hour
  starts_at       timestamptz   NOT NULL, -- counted from the epoch, so days are those of UTC; of ALL the epoch itself
  provider_id     text          NOT NULL, -- that the slot was set to; '' where the log does not say
  success         bigint        NOT NULL DEFAULT 0, -- photos of booths
  errors          bigint        NOT NULL DEFAULT 0, -- those with ERROR or TIMEOUT
  timeouts        bigint        NOT NULL DEFAULT 0, -- those with TIMEOUT
  runs            bigint        NOT NULL DEFAULT 0, -- those that became a job of their own
  response_millis bigint        NOT NULL DEFAULT 0, -- summed up
  cost            numeric(16,6) NOT NULL DEFAULT 0, -- US dollars; of operators' rows, too
  response_times  bytea         NOT NULL DEFAULT '', -- histogram: for each bin that is not empty its number (2 bytes) and count (4)
  PRIMARY KEY (account, slot_id, span, starts_at, provider_id)
) WITH (fillfactor = 80); -- rows are changed in place

-- What a slot's bucket ALL had when its statistics were last reset; since then came the difference.
CREATE TABLE statistics_reset (
  account         text          NOT NULL,
  slot_id         text          NOT NULL,
  success         bigint        NOT NULL, -- these as in statistics_bucket, of all providers together
  errors          bigint        NOT NULL,
  timeouts        bigint        NOT NULL,
  runs            bigint        NOT NULL,
  response_millis bigint        NOT NULL,
  cost            numeric(16,6) NOT NULL,
  response_times  bytea         NOT NULL, -- a bin may come more than once
  PRIMARY KEY (account, slot_id),
  FOREIGN KEY (account, slot_id) REFERENCES slot (account, id)
);

-- The latest run of each slot.
CREATE INDEX processing_log_runs ON processing_log (account, slot_id, created_at)
  WHERE origin = 'BOOTH' AND job_id IS NOT NULL AND NOT joined;

-- What the log has until now. Bins: milliseconds below 16 have one each, each power of two above is divided into 16.
WITH entry AS (
  SELECT account, slot_id, COALESCE(provider_id, '') AS provider_id, origin, status, cost,
         job_id IS NOT NULL AND NOT joined AS is_run,
         response_time_ms, least(response_time_ms, 2147483647) AS ms,
         date_bin('15 minutes', created_at, 'epoch'::timestamptz) AS quarter
  FROM processing_log
), binned AS (
  SELECT *, CASE
           WHEN origin <> 'BOOTH' THEN NULL
           WHEN ms < 16 THEN ms
           ELSE (length(ltrim(ms::bit(32)::text, '0')) - 4) * 16
                + (ms >> (length(ltrim(ms::bit(32)::text, '0')) - 5)) - 16
         END AS bin
  FROM entry
), quarters AS (
  SELECT account, slot_id, provider_id, quarter, bin,
         count(*) FILTER (WHERE origin = 'BOOTH' AND status = 'SUCCESS') AS success,
         count(*) FILTER (WHERE origin = 'BOOTH' AND status <> 'SUCCESS') AS errors,
         count(*) FILTER (WHERE origin = 'BOOTH' AND status = 'TIMEOUT') AS timeouts,
         count(*) FILTER (WHERE origin = 'BOOTH' AND is_run) AS runs,
         COALESCE(sum(response_time_ms) FILTER (WHERE origin = 'BOOTH'), 0) AS response_millis,
         sum(cost) AS cost
  FROM binned
  GROUP BY account, slot_id, provider_id, quarter, bin
), bins AS (
  SELECT account, bucket.slot_id, bucket.span, bucket.starts_at, provider_id, bin,
         sum(success) AS success, sum(errors) AS errors, sum(timeouts) AS timeouts, sum(runs) AS runs,
         sum(response_millis) AS response_millis, sum(cost) AS cost
  FROM quarters
  CROSS JOIN LATERAL (VALUES
    (slot_id, 'QUARTER', quarter),
    (slot_id, 'THREE_HOURS', date_bin('3 hours', quarter, 'epoch'::timestamptz)),
    (slot_id, 'DAY', date_bin('24 hours', quarter, 'epoch'::timestamptz)),
    (slot_id, 'ALL', 'epoch'::timestamptz),
    ('', 'QUARTER', quarter),
    ('', 'THREE_HOURS', date_bin('3 hours', quarter, 'epoch'::timestamptz)),
    ('', 'DAY', date_bin('24 hours', quarter, 'epoch'::timestamptz))
  ) AS bucket (slot_id, span, starts_at)
  GROUP BY account, bucket.slot_id, bucket.span, bucket.starts_at, provider_id, bin
)
INSERT INTO statistics_bucket (account, slot_id, span, starts_at, provider_id, success, errors, timeouts, runs,
                               response_millis, cost, response_times)
SELECT account, slot_id, span, starts_at, provider_id,
       sum(success), sum(errors), sum(timeouts), sum(runs), sum(response_millis), sum(cost),
       COALESCE(string_agg(int2send(bin::int2) || int4send((success + errors)::int4), ''::bytea ORDER BY bin)
                  FILTER (WHERE bin IS NOT NULL), ''::bytea)
FROM bins
GROUP BY account, slot_id, span, starts_at, provider_id;
