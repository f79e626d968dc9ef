package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.look.Look;
import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;
import java.util.Arrays;
import java.util.List;

/// Four times the same picture, each time with another look, in two rows of two.
///
/// @param looks of the upper left, the upper right, the lower left and the lower right one
/// @param whole size of the result
/// @param gap between the pictures and around them, in pixels
/// @param colour of the gaps, `0xRRGGBB`
record CollageTouch(List<Look> looks, PixelSize whole, int gap, int colour) implements Touch {
  /// The size of one picture of four; where the room is odd, the second ones begin a pixel early,
  /// so that no line stays free.
  static PixelSize cell(PixelSize whole, int gap) {
    return new PixelSize(half(whole.width(), gap), half(whole.height(), gap));
  }

  private static int half(int side, int gap) {
    return Math.max(1, Math.ceilDiv(side - 3 * gap, 2));
  }

  @Override
  public PixelSize size(PixelSize before) {
    return whole;
  }

  @Override
  public long weight(PixelSize before) {
    long looking = looks.stream().mapToLong(look -> look.weight(before)).max().orElse(0);
    return whole.area() + before.area() + looking;
  }

  @Override
  public Bitmap apply(Bitmap picture, List<Bitmap> images) throws InterruptedException {
    Bitmap cell = picture.onWhite();
    int[] argb = new int[Math.toIntExact(whole.area())];
    Arrays.fill(argb, Argb.OPAQUE | colour);
    for (int i = 0; i < looks.size(); i++) {
      Bitmap copy = Bitmap.of(cell.size(), cell.argb().clone(), /* opaque= */ true);
      looks.get(i).apply(copy);
      int left = i % 2 == 0 ? gap : whole.width() - gap - cell.size().width();
      int top = i / 2 == 0 ? gap : whole.height() - gap - cell.size().height();
      place(copy, left, top, argb);
    }
    return Bitmap.of(whole, argb, /* opaque= */ true);
  }

  private void place(Bitmap copy, int left, int top, int[] argb) {
    int width = copy.size().width();
    for (int y = 0; y < copy.size().height(); y++) {
      System.arraycopy(copy.argb(), y * width, argb, (top + y) * whole.width() + left, width);
    }
  }
}
