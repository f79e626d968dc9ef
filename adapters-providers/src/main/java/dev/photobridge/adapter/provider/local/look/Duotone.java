package dev.photobridge.adapter.provider.local.look;

/// The two colours that a picture is printed in.
///
/// @param dark what black becomes, `0xRRGGBB`
/// @param light what white becomes, likewise
public record Duotone(int dark, int light) {
  /// A deep violet and a light apricot.
  public static final Duotone STANDARD = new Duotone(0x2b1055, 0xffd9a0);
}
