package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.IOException;

/// Takes the metadata out of a photo while its bytes stream by: place, time, names, camera,
/// thumbnails, and whatever follows the end of the picture. What colours need (ICC profile, gamma)
/// stays. Nothing is decoded and nothing is copied. Without state, for use by many threads.
///
/// Of an animated PNG the still picture stays, which programs without animation show. Other
/// animations and image sequences can't be cut. A HEIC or HEIF keeps all its pictures: zeros take
/// the place of its metadata.
///
/// The EXIF orientation goes with the rest. A photo whose [PhotoFacts#orientation] is not `UPRIGHT`
/// would lie on its side after this, so the caller has to turn such a photo instead of cutting it.
public final class MetadataCutter {
  /// The photo without metadata. Reads headers, and for JPEG also looks through the pixel data for
  /// its end.
  ///
  /// @param facts what the inspection of this very file showed
  /// @throws IOException when the file can't be read
  public CutPhoto cut(StoredFile file, PhotoFacts facts) throws IOException {
    try (var reader = PhotoReader.open(file)) {
      return switch (facts.type()) {
        case JPEG -> JpegCutter.cut(reader).of(file);
        case PNG -> PngCutter.cut(reader).of(file);
        case WEBP ->
            facts.animated()
                ? new CutPhoto.Impossible("an animation")
                : WebpCutter.cut(reader).of(file);
        case HEIC, HEIF -> HeifCutter.cut(reader, file);
      };
    } catch (BrokenPhotoException broken) {
      return new CutPhoto.Impossible(broken.reason());
    }
  }
}
