package dev.photobridge.application.port.in;

import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.io.IOException;

/// Use case: an operator looks at what a photo was, and at a small picture of what became of it.
public interface OpenJobImageUseCase {
  /// The photo that came in.
  SourceOutcome source(AccountName account, JobId id);

  /// A small picture of the processed photo; made where there is none yet.
  ///
  /// @throws IOException when a file can't be read or written
  ThumbnailOutcome thumbnail(AccountName account, JobId id)
      throws IOException, InterruptedException;

  /// What came of asking for the photo that came in.
  sealed interface SourceOutcome {
    /// It is ready to be sent.
    record Opened(OpenedMedia photo) implements SourceOutcome {}

    /// The account has no such job.
    record JobUnknown() implements SourceOutcome {}

    /// The photo has been deleted since.
    record Deleted() implements SourceOutcome {}
  }

  /// What came of asking for the small picture.
  sealed interface ThumbnailOutcome {
    /// It is ready to be sent.
    record Opened(OpenedMedia thumbnail) implements ThumbnailOutcome {}

    /// There is nothing that it could show.
    record NoResult(JobResultOutcome.None why) implements ThumbnailOutcome {}

    /// The processed photo can't be decoded here.
    record NotDrawable() implements ThumbnailOutcome {}
  }
}
