package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;
import java.util.Optional;

/// Measures the primary picture of a HEIC or HEIF file (ISO/IEC 23008-12) by its container, as a
/// decoder delivers it: decoders have to turn and mirror the picture as the properties `irot` and
/// `imir` say (6.5.10, 6.5.12), so nothing is left to be turned and the facts say `UPRIGHT`. The
/// orientation in the EXIF item is for information only (annex A): turning by it, too, would turn
/// twice.
final class HeifInspector {
  private static final String SIZE = "ispe";
  private static final String ROTATION = "irot";

  private HeifInspector() {}

  static PhotoFacts inspect(PhotoReader reader, MediaType type)
      throws IOException, BrokenPhotoException {
    var file = HeifFile.read(reader);
    var items = HeifItems.read(reader, file.description());
    if (items.extents().isEmpty()) {
      throw unreadable("no pixel data");
    }
    return new PhotoFacts(
        type,
        size(reader, HeifProperties.read(reader, file.description(), items.primary())),
        Orientation.UPRIGHT,
        file.isSequence(),
        new ByteSize(reader.size()));
  }

  private static PixelSize size(PhotoReader reader, HeifProperties properties)
      throws IOException, BrokenPhotoException {
    Optional<PixelSize> size = Optional.empty();
    boolean turned = false;
    for (var property : properties.ofPicture()) {
      reader.seek(property.bodyStart());
      if (property.type().equals(SIZE)) {
        reader.skip(HeifBox.VERSION_AND_FLAGS);
        size = Optional.of(ClaimedSize.of(reader.bigEndian(4), reader.bigEndian(4)));
      } else if (property.type().equals(ROTATION)) {
        turned ^= (reader.u8() & 1) != 0;
      }
    }
    PixelSize stored = size.orElseThrow(() -> unreadable("no size"));
    return turned ? stored.turned() : stored;
  }
}
