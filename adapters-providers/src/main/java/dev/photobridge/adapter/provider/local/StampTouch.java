package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;
import java.util.List;

/// Writes text on the picture.
record StampTouch(Stamp stamp) implements Touch {
  @Override
  public long weight(PixelSize before) {
    var block = TextBlock.fitting(stamp, before);
    return block.isEmpty() ? 0 : new ShadedText(block, stamp.colour()).weight();
  }

  @Override
  public Bitmap apply(Bitmap picture, List<Bitmap> images) {
    Bitmap whole = picture.onWhite();
    var block = TextBlock.fitting(stamp, whole.size());
    if (block.isEmpty()) {
      return whole;
    }
    var drawn = new ShadedText(block, stamp.colour());
    int shade = drawn.shade();
    PixelSize size = block.size();
    int x = stamp.place().x(whole.size(), size.width()) - shade;
    int y = stamp.place().y(whole.size(), size.height()) - shade;
    Overlay.lay(drawn.bitmap(), x, y, Overlay.FULL, whole);
    return whole;
  }
}
