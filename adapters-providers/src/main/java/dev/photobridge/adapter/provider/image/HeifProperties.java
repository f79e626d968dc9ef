package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// The properties of items (`iprp`, ISO/IEC 23008-12, 9.3): one list of them, and which item has
/// which.
final class HeifProperties {
  private static final String PROPERTIES = "iprp";
  private static final String LIST = "ipco";
  private static final String ASSOCIATIONS = "ipma";
  private static final int MAX_OF_PICTURE = 1_000;

  private final List<HeifBox> listed;
  private final BitSet essential = new BitSet();
  private final List<HeifBox> ofPicture = new ArrayList<>();

  private HeifProperties(List<HeifBox> listed) {
    this.listed = listed;
  }

  /// Reads the properties.
  ///
  /// @param description the boxes within `meta`
  /// @param picture the id of the primary item
  static HeifProperties read(PhotoReader reader, List<HeifBox> description, long picture)
      throws IOException, BrokenPhotoException {
    var outer = HeifFile.first(description, PROPERTIES);
    var boxes = HeifBox.listed(reader, outer.bodyStart(), outer.end());
    var list = HeifFile.first(boxes, LIST);
    var properties = new HeifProperties(HeifBox.listed(reader, list.bodyStart(), list.end()));
    for (var box : boxes) {
      if (box.type().equals(ASSOCIATIONS)) {
        properties.associate(reader, box, picture);
      }
    }
    return properties;
  }

  /// Those of the primary item, in the order in which they apply.
  List<HeifBox> ofPicture() {
    return List.copyOf(ofPicture);
  }

  /// Those that a reader need not understand to show the picture.
  List<HeifBox> inessential() {
    return IntStream.range(0, listed.size())
        .filter(place -> !essential.get(place))
        .mapToObj(listed::get)
        .toList();
  }

  private void associate(PhotoReader reader, HeifBox box, long picture)
      throws IOException, BrokenPhotoException {
    reader.seek(box.bodyStart());
    long versionAndFlags = reader.bigEndian(HeifBox.VERSION_AND_FLAGS);
    int idBytes = versionAndFlags >> 24 == 0 ? 2 : 4;
    int placeBytes = (versionAndFlags & 1) == 0 ? 1 : 2;
    long items = reader.bigEndian(4);
    for (long i = 0; i < items; i++) {
      boolean isPicture = reader.bigEndian(idBytes) == picture;
      int count = reader.u8();
      for (int j = 0; j < count; j++) {
        associate(reader.bigEndian(placeBytes), 1 << (8 * placeBytes - 1), isPicture);
      }
    }
  }

  /// Takes one association: the place of a property, from 1, and a bit for being essential.
  private void associate(long association, int essentialBit, boolean isPicture)
      throws BrokenPhotoException {
    int place = (int) (association & (essentialBit - 1)) - 1;
    if (place < 0) {
      return;
    }
    if (place >= listed.size() || ofPicture.size() == MAX_OF_PICTURE) {
      throw unreadable("a property that is not there");
    }
    if ((association & essentialBit) != 0) {
      essential.set(place);
    }
    if (isPicture) {
      ofPicture.add(listed.get(place));
    }
  }
}
