package dev.photobridge.domain.provider;

/// A model that a provider offers. Ids, prices and limits are catalogue data: they change within
/// months.
///
/// @param id what the provider calls it
/// @param title what operators see
/// @param maxInputSidePx photos with a longer side are scaled down before they are sent
/// @param prices what its tokens cost
public record Model(String id, String title, int maxInputSidePx, TokenPrices prices) {
  public Model {
    if (maxInputSidePx < 1) {
      throw new IllegalArgumentException("max_input_side_px must be positive");
    }
  }
}
