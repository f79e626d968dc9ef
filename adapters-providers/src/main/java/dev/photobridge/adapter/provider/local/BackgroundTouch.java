package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import java.util.List;

/// Puts an image behind the guests, in place of a background of one colour.
record BackgroundTouch(ChromaKey key, Layer background) implements Touch {
  @Override
  public List<Layer> layers() {
    return List.of(background);
  }

  @Override
  public Bitmap apply(Bitmap picture, List<Bitmap> images) {
    Bitmap whole = picture.onWhite();
    key.replace(whole, images.getFirst().onWhite());
    return whole;
  }
}
