package dev.photobridge.adapter.persistence.job;

import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.JobId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Finds jobs that ask for the same: open ones, and those whose photo is still kept.
public final class Duplicates {
  private Duplicates() {}

  /// The latest such job of each of these keys that has one.
  public static Map<DuplicateKey, JobId> of(
      Handle handle, Collection<DuplicateKey> keys, Instant now) {
    var found = new HashMap<DuplicateKey, JobId>();
    handle
        .createQuery(
            """
            SELECT duplicate_key, id FROM job
            WHERE duplicate_key = ANY(:keys)
              AND (finished_at IS NULL
                OR EXISTS (SELECT FROM media_object
                           WHERE media_object.id = job.result_media_id
                             AND media_object.expires_at > :now))
            ORDER BY received_at, id
            """)
        .bindArray("keys", String.class, keys.stream().map(DuplicateKey::value).toArray())
        .bind("now", now)
        .map(
            (row, _) ->
                Map.entry(
                    new DuplicateKey(row.getString("duplicate_key")),
                    new JobId(row.getObject("id", UUID.class))))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }
}
