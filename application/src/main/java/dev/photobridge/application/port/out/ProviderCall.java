package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.slot.SlotSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One call to a provider.
///
/// @param job whose call it is, for the log
/// @param operation what to do, as this provider does it
/// @param model the model to use; empty where the provider has none
/// @param prices what the call costs
/// @param prompt the words to send, the operation's template and the slot's prompt in one; may be
///   empty
/// @param settings the slot's, with the variables in its texts filled
/// @param photos the images, in the order of the operation's media parts; optional parts that the
///   slot lacks are left out
/// @param guestSize size of the guest's photo once upright, whether or not it is among the photos
/// @param attempt how many calls the job has begun, this one included
/// @param timeLeft until the call is of no use any more
/// @param callback the URL at which a provider that answers later may report that it has its answer
/// @param drafts begins files for results
/// @param publisher makes photos readable for providers that fetch them
/// @param prepared is to be run when the photos are ready to be sent, so that the time until then
///   is not taken for the provider's; need not be where that takes no time
public record ProviderCall(
    JobId job,
    Operation operation,
    Optional<Model> model,
    Prices prices,
    String prompt,
    SlotSettings settings,
    List<CallPhoto> photos,
    PixelSize guestSize,
    int attempt,
    Duration timeLeft,
    String callback,
    DraftSource drafts,
    PhotoPublisher publisher,
    Runnable prepared) {
  public ProviderCall {
    photos = List.copyOf(photos);
  }
}
