package dev.photobridge.domain.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Prices of a model in US dollars for a million tokens.
///
/// @param input of prompt text and images
/// @param textOutput of text and thinking
/// @param imageOutput of images
public record TokenPrices(BigDecimal input, BigDecimal textOutput, BigDecimal imageOutput) {
  /// A model that costs nothing.
  public static final TokenPrices FREE =
      new TokenPrices(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  public TokenPrices {
    if (input.signum() < 0 || textOutput.signum() < 0 || imageOutput.signum() < 0) {
      throw new IllegalArgumentException("a price can't be negative");
    }
  }

  /// What a call with this usage costs, to the micro-dollar.
  public Cost costOf(TokenUsage usage) {
    // dollars for a million tokens are micro-dollars for one token
    BigDecimal microDollars =
        input
            .multiply(BigDecimal.valueOf(usage.input()))
            .add(textOutput.multiply(BigDecimal.valueOf(usage.textOutput())))
            .add(imageOutput.multiply(BigDecimal.valueOf(usage.imageOutput())));
    return new Cost(microDollars.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
