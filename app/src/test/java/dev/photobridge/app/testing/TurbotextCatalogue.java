package dev.photobridge.app.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The shipped catalogue for a Turbotext that stands on this machine, asks 0.05 dollars a call, and
/// has a method that replaces objects.
public final class TurbotextCatalogue {
  private static final Path SHIPPED = Path.of("..", "configs", "providers.json");

  private TurbotextCatalogue() {}

  /// Writes it.
  ///
  /// @param parameters of the provider, instead of the shipped ones
  public static Path write(Path file, Map<String, String> parameters) throws IOException {
    var json = new ObjectMapper();
    var catalogue = (ObjectNode) json.readTree(SHIPPED.toFile());
    catalogue
        .path("providers")
        .forEach(
            provider -> {
              if (provider.path("id").textValue().equals("turbotext")) {
                var all = (ObjectNode) provider.path("parameters");
                all.put("own_network", "true");
                parameters.forEach(all::put);
              }
            });
    catalogue
        .path("operations")
        .forEach(
            operation -> {
              if (operation.at("/provider_overrides/turbotext") instanceof ObjectNode override) {
                override.put("price_per_call", 0.05);
                if (override.path("method").asText().isEmpty()) {
                  override.put("method", "swap_things");
                }
              }
            });
    return Files.writeString(file, catalogue.toString());
  }
}
