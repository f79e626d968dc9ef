package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.PassingPhoto;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoRefusal;
import java.io.IOException;

/// Inspects photos by reading their bytes once, from beginning to end, through a buffer of 64 KiB;
/// of a JPEG that was looked at while it was written, only its headers. For use by many threads.
///
/// How each format is understood:
///
/// - A JPEG is whole up to its end of image; bytes behind it don't matter. Damage within the pixel
///   data is not noticed.
/// - All checksums of a PNG have to be right.
/// - A HEIC or HEIF is measured as its decoder delivers it: already turned and mirrored as the
///   container says. Its facts are therefore always upright, and its EXIF orientation, which only
///   repeats that for other programs, is not looked at. Cropping is not taken into account.
public final class ByteScanPhotoInspector implements PhotoInspector {
  private final SeenPhotos seen;

  /// Remembers nothing.
  public ByteScanPhotoInspector() {
    this(new SeenPhotos());
  }

  /// @param seen is told what will stay of photos, for [MetadataCutter]
  public ByteScanPhotoInspector(SeenPhotos seen) {
    this.seen = seen;
  }

  @Override
  public PhotoInspection inspect(StoredFile file) throws IOException {
    try (var reader = PhotoReader.open(file)) {
      return inspect(file, reader);
    }
  }

  @Override
  public PassingPhoto passing() {
    return new WatchedPhoto(this);
  }

  /// @param markers found while the file was written
  PhotoInspection inspect(StoredFile file, MarkerPlaces markers) throws IOException {
    try (var reader = PhotoReader.open(file)) {
      reader.goBy(markers);
      return inspect(file, reader);
    }
  }

  private PhotoInspection inspect(StoredFile file, PhotoReader reader) throws IOException {
    if (reader.size() == 0) {
      return new PhotoInspection.Unusable(new PhotoRefusal.Empty());
    }
    var type = PhotoSignature.typeOf(reader);
    return type.isPresent()
        ? inspect(file, reader, type.get())
        : new PhotoInspection.Unusable(new PhotoRefusal.NotAnImage());
  }

  private PhotoInspection inspect(StoredFile file, PhotoReader reader, MediaType type)
      throws IOException {
    try {
      return new PhotoInspection.Measured(measure(file, reader, type));
    } catch (BrokenPhotoException broken) {
      return new PhotoInspection.Unusable(broken.refusal(type));
    }
  }

  private PhotoFacts measure(StoredFile file, PhotoReader reader, MediaType type)
      throws IOException, BrokenPhotoException {
    return switch (type) {
      case JPEG -> jpeg(file, reader);
      case PNG -> PngInspector.inspect(reader);
      case WEBP -> WebpInspector.inspect(reader);
      case HEIC, HEIF -> HeifInspector.inspect(reader, type);
    };
  }

  private PhotoFacts jpeg(StoredFile file, PhotoReader reader)
      throws IOException, BrokenPhotoException {
    var inspector = new JpegInspector(reader);
    PhotoFacts facts = inspector.facts();
    seen.remember(file, inspector.pieces());
    return facts;
  }
}
