package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import java.util.List;

/// Lays a frame over the whole picture.
record FrameTouch(Layer frame) implements Touch {
  @Override
  public List<Layer> layers() {
    return List.of(frame);
  }

  @Override
  public Bitmap apply(Bitmap picture, List<Bitmap> images) {
    Bitmap whole = picture.onWhite();
    Overlay.lay(images.getFirst(), 0, 0, Overlay.FULL, whole);
    return whole;
  }
}
