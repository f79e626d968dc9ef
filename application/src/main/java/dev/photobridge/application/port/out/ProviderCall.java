package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.slot.SlotSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call to a provider.
///
/// @param job whose call it is, for the log
/// @param operation what to do, as this provider does it
/// @param model the model to use; empty where the provider has none
/// @param settings the slot's
/// @param photos the images, in the order of the operation's media parts; optional parts that the
///   slot lacks are left out
/// @param fields the booth's form fields
/// @param timeLeft until the call is of no use any more
/// @param callback the URL at which a provider that answers later may report that it has its answer
/// @param drafts begins files for results
public record ProviderCall(
    JobId job,
    Operation operation,
    Optional<Model> model,
    SlotSettings settings,
    List<CallPhoto> photos,
    Map<String, String> fields,
    Duration timeLeft,
    String callback,
    DraftSource drafts) {
  public ProviderCall {
    photos = List.copyOf(photos);
    fields = Map.copyOf(fields);
  }
}
