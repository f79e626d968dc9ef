package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Keeps images as files, each with a row that says what it is and until when. Safe for use by many
/// threads, and by many servers over one store.
public interface MediaStore {
  /// Begins a file.
  ///
  /// @throws IOException when none can be created
  MediaDraft begin() throws IOException;

  /// Keeps what was written: first the file, durably, then its row, so that no row ever points to
  /// half a file. The draft is used up.
  ///
  /// A job has one result, named [JobId#result]. Where one is kept already, such as by a worker
  /// that lost the job, that one stays and is returned, and these bytes are thrown away. A result
  /// whose row can't be written stays as a file, see [#findResult]; any other file is deleted then.
  ///
  /// So has an image one thumbnail, named [MediaId#thumbnail]; the first one stays.
  ///
  /// @throws java.nio.file.NoSuchFileException when the image that a thumbnail shows is gone
  /// @throws IOException when the file can't be made durable
  MediaObject keep(MediaDraft draft, NewMedia media) throws IOException;

  /// The media object of this id, expired or not, or empty where there is none.
  Optional<MediaObject> find(MediaId id);

  /// Those of these media objects that there are, expired or not.
  Map<MediaId, MediaObject> findAll(Collection<MediaId> ids);

  /// What is kept of this job's result; never half a file.
  ///
  /// @throws IOException when the store can't be read
  KeptResult findResult(JobId job) throws IOException;

  /// Writes the row of a result that is [KeptResult.Unrecorded].
  ///
  /// @param result its facts as they were measured in that file, and its job
  /// @return the media object that holds now: this one, or another that was recorded meanwhile
  /// @throws java.nio.file.NoSuchFileException when there is no such file (any more)
  /// @throws IOException when the store can't be read
  MediaObject adopt(NewMedia result) throws IOException;

  /// The bytes of this media object; whether they still are there shows when they are opened.
  StoredFile file(MediaObject media);

  /// Changes the time from which it and its thumbnail may be deleted; of no effect where it is
  /// gone.
  void expireAt(MediaId id, Instant expiresAt);

  /// Keeps an operator's upload, and its thumbnail, until then at least.
  ///
  /// @return the upload with the time that holds now; empty where there is none (any more), also
  ///   where it has expired
  Optional<MediaObject> extend(MediaId upload, Instant atLeastUntil, Instant now);

  /// Lets go of what a job needed: the guest's photo, and every
  /// [dev.photobridge.domain.media.MediaKind#SHARED] copy that was made for the job.
  ///
  /// @param source the guest's photo
  /// @param sourceExpiresAt from then on it may be deleted
  /// @param now from now on the copies are not served and may be deleted
  void releaseJob(JobId job, MediaId source, Instant sourceExpiresAt, Instant now);

  /// Deletes what is kept of a job at once: the guest's photo, the result, and every shared copy.
  ///
  /// @param source the guest's photo
  void deleteJob(JobId job, MediaId source);

  /// Deletes rows and files past their time, and files without a row that are older than an hour.
  /// For one server at a time.
  ///
  /// @return how many files were deleted
  int deleteExpired(Instant now);

  /// Deletes what lies on this server alone and is of no use any more: copies, and drafts that a
  /// crash left. For every server.
  ///
  /// @return how many files were deleted
  int deleteLocalLeftovers(Instant now);
}
