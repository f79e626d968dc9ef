package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import java.util.List;

/// Lays a small image over a part of the picture.
///
/// @param opacity 0 to [Overlay#FULL]
record WatermarkTouch(Layer mark, Place place, int opacity) implements Touch {
  @Override
  public List<Layer> layers() {
    return List.of(mark);
  }

  @Override
  public Bitmap apply(Bitmap picture, List<Bitmap> images) {
    Bitmap whole = picture.onWhite();
    Bitmap image = images.getFirst();
    int x = place.x(whole.size(), image.size().width());
    int y = place.y(whole.size(), image.size().height());
    Overlay.lay(image, x, y, opacity, whole);
    return whole;
  }
}
