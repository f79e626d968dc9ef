package dev.photobridge.domain.provider;

import org.jspecify.annotations.Nullable;

/// What calls to a provider cost, as the catalogue has it.
///
/// @param tokens prices of the tokens that the provider reports
/// @param call price of a call for which it reports none
public record Prices(TokenPrices tokens, Cost call) {
  /// Calls that cost nothing.
  public static final Prices FREE = new Prices(TokenPrices.FREE, Cost.ZERO);

  /// The cost of a call that brought an image.
  ///
  /// @param reported the tokens that the provider reported; null where it reported none
  public Cost costOf(@Nullable TokenUsage reported) {
    return reported == null ? call : tokens.costOf(reported);
  }

  /// These prices with another one for calls without reported tokens.
  Prices withCall(Cost price) {
    return new Prices(tokens, price);
  }
}
