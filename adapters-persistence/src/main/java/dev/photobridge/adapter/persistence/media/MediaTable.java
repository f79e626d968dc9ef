package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The rows of table `media_object`.
record MediaTable(Jdbi jdbi) {
  private static final String COLUMNS =
      "id, kind, mime, size_bytes, width, height, orientation, animated, created_at, expires_at";

  /// Lets the statement's commit not wait for the disk (PostgreSQL's manual, "Asynchronous
  /// Commit"). Commits reach the disk in their order, so a durable one later makes this one durable
  /// too.
  private static final String HURRIED_COMMIT =
      """
      CASE WHEN :hurried THEN set_config('synchronous_commit', 'off', true) END
      """;

  /// Writes a row.
  ///
  /// @return false: this id has one already, which stays as it is
  boolean insert(MediaId id, String path, NewMedia media) {
    PhotoFacts facts = media.facts();
    int inserted =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO media_object (id, kind, path, mime, size_bytes, width, height,
                            orientation, animated, created_at, expires_at, job_id, parent_id)
                        SELECT :id, :kind, :path, :mime, :size, :width, :height,
                            :orientation, :animated, :createdAt, :expiresAt, :job, :parent
                        FROM (SELECT COMMIT) AS commits
                        ON CONFLICT (id) DO NOTHING
                        """
                            .replace("COMMIT", HURRIED_COMMIT))
                    .bind("hurried", isFollowedByDurableCommit(media.kind()))
                    .bind("id", id.value())
                    .bind("kind", media.kind().name())
                    .bind("path", path)
                    .bind("mime", facts.type().mime())
                    .bind("size", facts.fileSize().bytes())
                    .bind("width", facts.storedSize().width())
                    .bind("height", facts.storedSize().height())
                    .bind("orientation", facts.orientation().exifValue())
                    .bind("animated", facts.animated())
                    .bind("createdAt", media.createdAt())
                    .bind("expiresAt", media.expiresAt())
                    .bindByType("job", jobValue(media), UUID.class)
                    .bindByType("parent", parentValue(media), UUID.class)
                    .execute());
    return inserted > 0;
  }

  /// A job is recorded durably after its photo, and its end after its result and after what it
  /// shared. Nothing follows an operator's upload; a thumbnail that is lost is made again.
  private static boolean isFollowedByDurableCommit(MediaKind kind) {
    return switch (kind) {
      case SOURCE, RESULT, SHARED, THUMBNAIL -> true;
      case UPLOAD -> false;
    };
  }

  /// Deletes a row, if it still has this path.
  void delete(MediaId id, String path) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM media_object WHERE id = :id AND path = :path
                    """)
                .bind("id", id.value())
                .bind("path", path)
                .execute());
  }

  Optional<MediaObject> find(MediaId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM media_object WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> mediaObject(row))
                .findOne());
  }

  Map<MediaId, MediaObject> findAll(Collection<MediaId> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM media_object WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids.stream().map(MediaId::value).toArray())
                .map((row, _) -> mediaObject(row))
                .collect(Collectors.toMap(MediaObject::id, Function.identity())));
  }

  void expireAt(MediaId id, Instant expiresAt) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE media_object SET expires_at = :expiresAt
                    FROM (SELECT COMMIT) AS commits
                    WHERE id = :id OR parent_id = :id
                    """
                        .replace("COMMIT", HURRIED_COMMIT))
                .bind("hurried", true)
                .bind("expiresAt", expiresAt)
                .bind("id", id.value())
                .execute());
  }

  /// Lets an upload and its thumbnail live until then at least.
  Optional<MediaObject> extend(MediaId id, Instant atLeastUntil, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH extended AS (
                        UPDATE media_object
                        SET expires_at = GREATEST(expires_at, CAST(:until AS timestamptz))
                        WHERE id = :id AND kind = 'UPLOAD' AND expires_at > :now
                        RETURNING *),
                    thumbnail AS (
                        UPDATE media_object SET expires_at = extended.expires_at
                        FROM extended WHERE media_object.parent_id = extended.id)
                    SELECT id, kind, mime, size_bytes, width, height, orientation, animated,
                        created_at, expires_at
                    FROM extended
                    """)
                .bind("until", atLeastUntil)
                .bind("id", id.value())
                .bind("now", now)
                .map((row, _) -> mediaObject(row))
                .findOne());
  }

  /// Lets go of a job's source and shared copies, in one statement since every job comes by here.
  void releaseJob(JobId job, MediaId source, Instant sourceExpiresAt, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE media_object
                    SET expires_at = CASE kind
                        WHEN 'SHARED' THEN CAST(:now AS timestamptz)
                        ELSE CAST(:sourceExpiresAt AS timestamptz) END
                    FROM (SELECT COMMIT) AS commits
                    WHERE id = :source OR (kind = 'SHARED' AND job_id = :job)
                    """
                        .replace("COMMIT", HURRIED_COMMIT))
                .bind("hurried", true)
                .bind("now", now)
                .bind("sourceExpiresAt", sourceExpiresAt)
                .bind("source", source.value())
                .bind("job", job.value())
                .execute());
  }

  /// Deletes the rows of a job's photos and of their thumbnails and says where their files are.
  List<String> deleteJob(JobId job, MediaId source) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    DELETE FROM media_object
                    WHERE id IN (:source, :result) OR parent_id IN (:source, :result)
                        OR (kind = 'SHARED' AND job_id = :job)
                    RETURNING path
                    """)
                .bind("source", source.value())
                .bind("result", job.result().value())
                .bind("job", job.value())
                .mapTo(String.class)
                .list());
  }

  /// Deletes rows past their time, at most so many, and the thumbnails of these images, and says
  /// where their files are.
  List<String> deleteExpired(Instant now, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH expired AS (
                        DELETE FROM media_object
                        WHERE id IN (
                            SELECT id FROM media_object WHERE expires_at <= :now
                            ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, path),
                    thumbnails AS (
                        DELETE FROM media_object
                        WHERE parent_id IN (SELECT id FROM expired)
                        RETURNING path)
                    SELECT path FROM expired UNION SELECT path FROM thumbnails
                    """)
                .bind("now", now)
                .bind("most", most)
                .mapTo(String.class)
                .list());
  }

  /// Those of these paths that have a row.
  Set<String> known(Collection<String> paths) {
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT path FROM media_object WHERE path = ANY(:paths)
                        """)
                    .bindArray("paths", String.class, paths.toArray())
                    .mapTo(String.class)
                    .list()));
  }

  private static @Nullable UUID jobValue(NewMedia media) {
    return Optional.ofNullable(media.job()).map(JobId::value).orElse(null);
  }

  private static @Nullable UUID parentValue(NewMedia media) {
    return Optional.ofNullable(media.parent()).map(MediaId::value).orElse(null);
  }

  private static MediaObject mediaObject(ResultSet row) throws SQLException {
    var facts =
        new PhotoFacts(
            MediaType.ofMime(row.getString("mime")).orElseThrow(),
            new PixelSize(row.getInt("width"), row.getInt("height")),
            Orientation.ofExif(row.getInt("orientation")),
            row.getBoolean("animated"),
            new ByteSize(row.getLong("size_bytes")));
    return new MediaObject(
        new MediaId(row.getObject("id", UUID.class)),
        MediaKind.valueOf(row.getString("kind")),
        facts,
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
