package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Takes the metadata out of a photo while its bytes stream by: place, time, names, camera,
/// thumbnails, and whatever follows the end of the picture. What colours need (ICC profile, gamma)
/// stays. Nothing is decoded and nothing is copied. For use by many threads.
///
/// Of an animated PNG the still picture stays, which programs without animation show. Other
/// animations and image sequences can't be cut. A HEIC or HEIF keeps all its pictures: zeros take
/// the place of its metadata.
///
/// The EXIF orientation goes with the rest. A photo whose [PhotoFacts#orientation] is not `UPRIGHT`
/// would lie on its side after this, so the caller has to turn such a photo instead of cutting it.
public final class MetadataCutter {
  private final SeenPhotos seen;

  /// Looks through every photo.
  public MetadataCutter() {
    this(new SeenPhotos());
  }

  /// @param seen what the inspection of photos showed
  public MetadataCutter(SeenPhotos seen) {
    this.seen = seen;
  }

  /// The photo without metadata. Reads headers, and of a JPEG that was not inspected lately also
  /// looks through the pixel data for its end.
  ///
  /// @param facts what the inspection of this very file showed
  /// @throws IOException when the file can't be read
  public CutPhoto cut(StoredFile file, PhotoFacts facts) throws IOException {
    Optional<List<Piece>> known = seen.pieces(file);
    if (known.isPresent()) {
      return new CutPhoto.Cut(new PieceSource(file, known.get()));
    }
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
