package dev.photobridge.domain.provider;

import java.util.Map;

/// A model that a provider offers. Ids, prices and limits are catalogue data: they change within
/// months.
///
/// @param id what the provider calls it
/// @param title what operators see
/// @param maxInputSidePx photos with a longer side are scaled down before they are sent
/// @param prices what its calls cost
/// @param parameters what else there is to know about it, for the provider's adapter alone
public record Model(
    String id, String title, int maxInputSidePx, Prices prices, Map<String, String> parameters) {
  public Model {
    if (maxInputSidePx < 1) {
      throw new IllegalArgumentException("max_input_side_px must be positive");
    }
    parameters = Map.copyOf(parameters);
  }
}
