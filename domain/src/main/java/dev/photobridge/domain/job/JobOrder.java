package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Instant;
import java.util.Map;

/// What a job was asked to do; fixed when the photo is accepted, so that later changes of the slot
/// don't reach it.
///
/// @param id its name
/// @param slot whose ingest link the photo came to
/// @param setup the slot's setup at that moment
/// @param source the guest's photo
/// @param fields the booth's form fields and the link's query parameters, without the password
/// @param receivedAt when the request's first byte came
/// @param answerBy the booth gets its answer by then, with or without a processed photo
/// @param expiresAt the job is given up then, even though the booth no longer waits
public record JobOrder(
    JobId id,
    SlotAddress slot,
    SlotSetup setup,
    MediaId source,
    Map<String, String> fields,
    Instant receivedAt,
    Instant answerBy,
    Instant expiresAt) {
  public JobOrder {
    fields = Map.copyOf(fields);
    if (answerBy.isBefore(receivedAt) || expiresAt.isBefore(answerBy)) {
      throw new IllegalArgumentException("a job is received, then answered, then given up");
    }
  }

  /// Whether the booth has got its answer by now, so that a result can only be fetched later.
  public boolean isLateAt(Instant now) {
    return now.isAfter(answerBy);
  }

  /// Whether the job's lifetime is over.
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
