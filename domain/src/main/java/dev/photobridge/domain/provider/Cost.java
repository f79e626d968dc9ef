package dev.photobridge.domain.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What something cost, in millionths of a US dollar.
public record Cost(long microDollars) {
  /// Nothing.
  public static final Cost ZERO = new Cost(0);

  public Cost {
    if (microDollars < 0) {
      throw new IllegalArgumentException("a cost can't be negative");
    }
  }

  /// So many US dollars, to the micro-dollar.
  public static Cost ofDollars(BigDecimal dollars) {
    return new Cost(dollars.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /// This and the other one together.
  public Cost plus(Cost other) {
    return new Cost(Math.addExact(microDollars, other.microDollars));
  }

  /// In US dollars, with six decimals.
  public BigDecimal dollars() {
    return BigDecimal.valueOf(microDollars, 6);
  }

  /// In US dollars without needless zeros, for people and programs to read.
  public BigDecimal plainDollars() {
    BigDecimal plain = dollars().stripTrailingZeros();
    // never in the notation with an exponent
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
