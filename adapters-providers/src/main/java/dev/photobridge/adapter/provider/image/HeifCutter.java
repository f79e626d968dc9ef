package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.util.Set;

/// Overwrites with zeros whatever a HEIC or HEIF file holds beside its pictures. Kept are the
/// descriptions, the bytes of picture items and the properties that show them; EXIF, XMP and bytes
/// that no picture owns go.
///
/// Nothing moves, since a HEIC names places in the file by their distance from its beginning.
final class HeifCutter {
  /// The types of items whose bytes are pixels, or tell how to compose or tone them.
  private static final Set<String> PICTURES =
      Set.of(
          "hvc1", "hev1", "lhv1", "hvt1", "avc1", "av01", "vvc1", "j2k1", "grid", "iovl", "iden",
          "tmap");

  /// The type of items that are JPEG files, with metadata of their own.
  private static final String JPEG = "jpeg";

  private static final String EXIF = "Exif";

  /// EXIF data without a single entry: programs that read it before they show the picture would
  /// stumble over zeros. Four bytes that lead to the TIFF header, the header, an empty directory.
  private static final byte[] EMPTY_EXIF = {
    0, 0, 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0
  };

  private static final Set<String> DESCRIPTIONS =
      Set.of("hdlr", "dinf", "pitm", "iinf", "iref", "iloc", "grpl");

  private static final String PROPERTIES = "iprp";

  /// Properties that show a picture; others, such as names, tags and times, go unless they are
  /// marked as essential.
  private static final Set<String> KEPT_PROPERTIES =
      Set.of(
          "ispe", "hvcC", "lhvC", "avcC", "av1C", "vvcC", "colr", "pixi", "irot", "imir", "clap",
          "pasp", "auxC", "rloc", "lsel", "tols", "clli", "mdcv", "cclv", "amve", "oinf");

  private final HeifFile file;
  private final HeifItems items;
  private final HeifProperties properties;
  private final KeptRanges kept = new KeptRanges();

  private HeifCutter(HeifFile file, HeifItems items, HeifProperties properties) {
    this.file = file;
    this.items = items;
    this.properties = properties;
  }

  static CutPhoto cut(PhotoReader reader, StoredFile stored)
      throws IOException, BrokenPhotoException {
    var file = HeifFile.read(reader);
    var items = HeifItems.read(reader, file.description());
    var properties = HeifProperties.read(reader, file.description(), items.primary());
    return new HeifCutter(file, items, properties).cut(stored);
  }

  private CutPhoto cut(StoredFile stored) {
    if (file.isSequence()) {
      return new CutPhoto.Impossible("an image sequence");
    }
    if (items.types().containsValue(JPEG) || !isPicture(items.primary())) {
      return new CutPhoto.Impossible("a picture of a kind that may hold metadata");
    }
    keepPictures();
    emptyExif();
    if (isMetadataKept()) {
      return new CutPhoto.Impossible("metadata within the picture");
    }
    keepDescriptions();
    return kept.upTo(keepBoxes()).of(stored);
  }

  private boolean isPicture(long item) {
    return PICTURES.contains(items.types().getOrDefault(item, ""));
  }

  private void keepPictures() {
    for (var extent : items.extents()) {
      if (isPicture(extent.item())) {
        kept.add(extent.start(), extent.end());
      }
    }
  }

  private void emptyExif() {
    for (var extent : items.extents()) {
      boolean fits = extent.end() - extent.start() >= EMPTY_EXIF.length;
      if (fits && EXIF.equals(items.types().get(extent.item()))) {
        kept.putInstead(extent.start(), EMPTY_EXIF);
      }
    }
  }

  private boolean isMetadataKept() {
    return items.extents().stream()
        .anyMatch(extent -> !isPicture(extent.item()) && kept.touch(extent.start(), extent.end()));
  }

  private void keepDescriptions() {
    for (var box : file.description()) {
      if (DESCRIPTIONS.contains(box.type())) {
        kept.add(box.start(), box.end());
      } else if (box.type().equals(PROPERTIES)) {
        keepProperties(box);
      } else {
        kept.add(box.start(), box.bodyStart());
      }
    }
  }

  private void keepProperties(HeifBox box) {
    long from = box.start();
    for (var property : properties.inessential()) {
      if (!KEPT_PROPERTIES.contains(property.type())) {
        kept.add(from, property.bodyStart());
        from = property.end();
      }
    }
    kept.add(from, box.end());
  }

  /// Keeps the headers of the outermost boxes, up to the last one with something kept in it.
  ///
  /// @return where that one ends
  private long keepBoxes() {
    long contentEnd = kept.end();
    long end = 0;
    for (var box : file.boxes()) {
      if (box.start() < contentEnd) {
        boolean whole = box.type().equals(HeifFile.FILE_TYPE);
        kept.add(box.start(), whole ? box.end() : box.bodyStart() + metaHeader(box));
        end = box.end();
      }
    }
    return end;
  }

  private static int metaHeader(HeifBox box) {
    return box.type().equals(HeifFile.META) ? HeifBox.VERSION_AND_FLAGS : 0;
  }
}
