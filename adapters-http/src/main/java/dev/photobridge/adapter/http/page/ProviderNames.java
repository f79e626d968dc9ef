package dev.photobridge.adapter.http.page;

import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.ProviderListDto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people call providers and operations. What the catalogue no longer has goes by its id.
///
/// @param providers of the catalogue
public record ProviderNames(List<ProviderDto> providers) {
  public ProviderNames {
    providers = List.copyOf(providers);
  }

  /// The names in this list.
  public static ProviderNames of(ProviderListDto list) {
    return new ProviderNames(list.providers());
  }

  /// The name of a provider.
  public String provider(String id) {
    return providers.stream()
        .filter(provider -> provider.id().equals(id))
        .map(ProviderDto::name)
        .findFirst()
        .orElse(id);
  }

  /// The name of a provider's operation.
  public String operation(String provider, String id) {
    return providers.stream()
        .filter(one -> one.id().equals(provider))
        .flatMap(one -> one.operations().stream())
        .filter(operation -> operation.id().equals(id))
        .map(OperationDto::name)
        .findFirst()
        .orElse(id);
  }

  /// All operations by id, whichever providers offer them, or those of one provider.
  ///
  /// @param provider its id; blank for all
  public Map<String, String> operations(String provider) {
    var names = new LinkedHashMap<String, String>();
    providers.stream()
        .filter(one -> provider.isBlank() || one.id().equals(provider))
        .flatMap(one -> one.operations().stream())
        .forEach(operation -> names.putIfAbsent(operation.id(), operation.name()));
    return names;
  }
}
