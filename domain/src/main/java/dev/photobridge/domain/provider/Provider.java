package dev.photobridge.domain.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who processes photos, as the catalogue describes them.
///
/// @param id such as `gemini`
/// @param title what operators see
/// @param ingest what it takes and how much at once
/// @param limits how often it may be called
/// @param operations what it can do, in the order in which operators see them
/// @param models its models, the default one first; empty where a provider has none to choose from
/// @param parameters how to speak with it, for its adapter alone
/// @param englishTitle what operators who read English see
public record Provider(
    ProviderId id,
    String title,
    IngestRules ingest,
    ProviderLimits limits,
    List<Operation> operations,
    List<Model> models,
    Map<String, String> parameters,
    String englishTitle) {
  public Provider {
    operations = List.copyOf(operations);
    models = List.copyOf(models);
    parameters = Map.copyOf(parameters);
  }

  /// A provider with the same title in every language.
  public Provider(
      ProviderId id,
      String title,
      IngestRules ingest,
      ProviderLimits limits,
      List<Operation> operations,
      List<Model> models,
      Map<String, String> parameters) {
    this(id, title, ingest, limits, operations, models, parameters, title);
  }

  /// The operation of this id, as this provider does it.
  public Optional<Operation> operation(OperationId operationId) {
    return operations.stream().filter(o -> o.id().equals(operationId)).findFirst();
  }

  /// The model of this id, or the default one where it is empty or unknown; empty where there are
  /// no models.
  public Optional<Model> model(Optional<String> modelId) {
    return modelId
        .flatMap(wanted -> models.stream().filter(m -> m.id().equals(wanted)).findFirst())
        .or(() -> models.stream().findFirst());
  }

  /// What calls of this operation cost with this model.
  ///
  /// @param model empty where there are no models
  public Prices prices(Operation operation, Optional<Model> model) {
    Prices prices = model.map(Model::prices).orElse(Prices.FREE);
    return operation.price().map(prices::withCall).orElse(prices);
  }

  /// This provider with another bound for parallel jobs and no other limit.
  public Provider limitedTo(int parallelJobs) {
    return new Provider(
        id,
        title,
        ingest.withMaxParallelJobs(parallelJobs),
        ProviderLimits.NONE,
        operations,
        models,
        parameters,
        englishTitle);
  }
}
