package dev.photobridge.adapter.http.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.ProviderListDto;
import java.util.Map;

/// Shows operators the catalogue, which does not change while the server runs.
public final class ProvidersHandler implements ProvidersApi<ApiCall> {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JsonMapper json = new JsonMapper();
  private final ProviderListDto list;

  /// Shows one catalogue.
  public ProvidersHandler(ProviderCatalogue catalogue) {
    this.list = new ProviderListDto(catalogue.providers().stream().map(this::provider).toList());
  }

  @Override
  public ProviderListDto listProviders(ApiCall call) {
    return list;
  }

  private ProviderDto provider(Provider provider) {
    return new ProviderDto(
        provider.id().value(),
        provider.title(),
        provider.operations().stream().map(this::operation).toList());
  }

  private OperationDto operation(Operation operation) {
    return new OperationDto(
        operation.id().value(),
        operation.title(),
        operation.description(),
        operation.requiredSettings(),
        schema(operation));
  }

  private Map<String, Object> schema(Operation operation) {
    try {
      return json.readValue(operation.settingsSchema(), OBJECT);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the settings schema of " + operation.id() + " is not a JSON object", e);
    }
  }
}
