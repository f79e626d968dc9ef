package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.MediaCache;
import dev.photobridge.domain.media.PhotoSum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/// Processed photos by their rows in table `media_object`; the cleaner of the media store deletes
/// what these say is past its time. Safe for use by many threads.
public final class JdbiMediaCache implements MediaCache {
  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiMediaCache(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public PhotoSum kept(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) AS files, COALESCE(sum(size_bytes), 0) AS bytes,
                        min(created_at) AS oldest_at
                    FROM media_object WHERE kind = 'RESULT' AND expires_at > :now
                    """)
                .bind("now", now)
                .map((row, _) -> sum(row))
                .one());
  }

  @Override
  public PhotoSum letGo(Instant now, Duration spared) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH gone AS (
                        UPDATE media_object
                        SET expires_at = GREATEST(CAST(:now AS timestamptz), created_at + :spared)
                        WHERE kind = 'RESULT'
                          AND expires_at > GREATEST(CAST(:now AS timestamptz), created_at + :spared)
                        RETURNING id, size_bytes, created_at, expires_at),
                    thumbnails AS (
                        UPDATE media_object AS thumbnail SET expires_at = gone.expires_at
                        FROM gone WHERE thumbnail.parent_id = gone.id)
                    SELECT count(*) AS files, COALESCE(sum(size_bytes), 0) AS bytes,
                        min(created_at) AS oldest_at
                    FROM gone
                    """)
                .bind("now", now)
                .bind("spared", spared)
                .map((row, _) -> sum(row))
                .one());
  }

  private static PhotoSum sum(ResultSet row) throws SQLException {
    OffsetDateTime oldest = row.getObject("oldest_at", OffsetDateTime.class);
    return new PhotoSum(
        row.getLong("files"), row.getLong("bytes"), oldest == null ? null : oldest.toInstant());
  }
}
