package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.KeptResult;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps nothing; notes when it was asked to clean up, and does what a test wants meanwhile.
final class CleanedMediaStore implements MediaStore {
  private final List<Instant> cleaned = Collections.synchronizedList(new ArrayList<>());
  private final List<Instant> cleanedHere = Collections.synchronizedList(new ArrayList<>());
  private volatile Runnable meanwhile = () -> {};

  /// From now on this happens in the middle of cleaning.
  void whenCleaned(Runnable action) {
    meanwhile = action;
  }

  /// When what all servers share was cleaned.
  List<Instant> cleaned() {
    return List.copyOf(cleaned);
  }

  /// When what lies on this server alone was cleaned.
  List<Instant> cleanedHere() {
    return List.copyOf(cleanedHere);
  }

  @Override
  public int deleteExpired(Instant now) {
    meanwhile.run();
    cleaned.add(now);
    return 1;
  }

  @Override
  public int deleteLocalLeftovers(Instant now) {
    cleanedHere.add(now);
    return 1;
  }

  @Override
  public Optional<MediaObject> extend(MediaId upload, Instant atLeastUntil, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void releaseJob(JobId job, MediaId source, Instant sourceExpiresAt, Instant now) {}

  @Override
  public void deleteJob(JobId job, MediaId source) {}

  @Override
  public MediaDraft begin() {
    throw new UnsupportedOperationException();
  }

  @Override
  public MediaObject keep(MediaDraft draft, NewMedia media) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<MediaObject> find(MediaId id) {
    return Optional.empty();
  }

  @Override
  public Map<MediaId, MediaObject> findAll(Collection<MediaId> ids) {
    return Map.of();
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
    throw new UnsupportedOperationException();
  }

  @Override
  public void expireAt(MediaId id, Instant expiresAt) {
    throw new UnsupportedOperationException();
  }
}
