package dev.photobridge.domain.media;

/// Width and height in pixels, each at least 1.
public record PixelSize(int width, int height) {
  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("not a size: " + width + "x" + height);
    }
  }

  /// Number of pixels; a long, since a hostile header can claim 2^62.
  public long area() {
    return (long) width * height;
  }

  /// The longer side.
  public int longestSide() {
    return Math.max(width, height);
  }

  /// The shorter side.
  public int shortestSide() {
    return Math.min(width, height);
  }

  /// The same picture after a quarter turn.
  public PixelSize turned() {
    return new PixelSize(/* width= */ height, /* height= */ width);
  }

  /// The largest size of the same shape whose longest side is at most `maxSide`; never larger than
  /// this.
  ///
  /// @param maxSide at least 1
  public PixelSize fittedInto(int maxSide) {
    if (maxSide < 1) {
      throw new IllegalArgumentException("nothing fits into " + maxSide + " pixels");
    }
    if (longestSide() <= maxSide) {
      return this;
    }
    double factor = (double) maxSide / longestSide();
    return new PixelSize(scaled(width, factor), scaled(height, factor));
  }

  /// How much a picture of this shape has to be stretched, in one direction or the other, to take
  /// the other's shape: 0 for the same shape, the same both ways, without an upper bound.
  public double stretchTo(PixelSize other) {
    return Math.abs(Math.log((double) width * other.height / ((double) height * other.width)));
  }

  private static int scaled(int side, double factor) {
    return Math.max(1, (int) Math.round(side * factor));
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
