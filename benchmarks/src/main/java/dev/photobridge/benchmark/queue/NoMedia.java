package dev.photobridge.benchmark.queue;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.KeptResult;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.benchmark.media.BytesDraft;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Photos that are always there and have no bytes.
final class NoMedia implements MediaStore, DraftSource {
  static final PhotoFacts FACTS =
      new PhotoFacts(
          MediaType.JPEG, new PixelSize(1, 1), Orientation.UPRIGHT, false, new ByteSize(0));

  @Override
  public MediaDraft begin() {
    return BytesDraft.empty();
  }

  @Override
  public MediaObject keep(MediaDraft draft, NewMedia media) {
    JobId job = media.job();
    return object(job == null ? new MediaId(UUID.randomUUID()) : job.result(), media.kind());
  }

  @Override
  public Optional<MediaObject> find(MediaId id) {
    return Optional.of(object(id, MediaKind.SOURCE));
  }

  @Override
  public Map<MediaId, MediaObject> findAll(Collection<MediaId> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeptResult findResult(JobId job) {
    return new KeptResult.Missing();
  }

  @Override
  public MediaObject adopt(NewMedia result) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StoredFile file(MediaObject media) {
    return BytesDraft.empty();
  }

  @Override
  public void expireAt(MediaId id, Instant expiresAt) {}

  @Override
  public Optional<MediaObject> extend(MediaId upload, Instant atLeastUntil, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void releaseJob(JobId job, MediaId source, Instant sourceExpiresAt, Instant now) {}

  @Override
  public void deleteJob(JobId job, MediaId source) {}

  @Override
  public int deleteExpired(Instant now) {
    return 0;
  }

  @Override
  public int deleteLocalLeftovers(Instant now) {
    return 0;
  }

  private static MediaObject object(MediaId id, MediaKind kind) {
    return new MediaObject(id, kind, FACTS, Instant.EPOCH, Instant.MAX);
  }
}
