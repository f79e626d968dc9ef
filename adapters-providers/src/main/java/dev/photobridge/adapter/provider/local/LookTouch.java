package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.look.Look;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;
import java.util.List;

/// Gives the picture a look.
record LookTouch(Look look) implements Touch {
  @Override
  public long weight(PixelSize before) {
    return look.weight(before);
  }

  @Override
  public Bitmap apply(Bitmap picture, List<Bitmap> images) throws InterruptedException {
    look.apply(picture);
    return picture;
  }
}
