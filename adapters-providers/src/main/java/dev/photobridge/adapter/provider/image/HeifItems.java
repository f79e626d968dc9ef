package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a HEIC or HEIF file consists of (ISO/IEC 14496-12, 8.11): coded pictures and tiles, what is
/// composed of them, and metadata, each an item with an id.
///
/// @param primary the id of the item that is the picture
/// @param types the four letters of each item's type
/// @param extents where the items' bytes are
record HeifItems(long primary, Map<Long, String> types, List<HeifExtent> extents) {
  private static final String PRIMARY_ITEM = "pitm";
  private static final String ITEM_INFOS = "iinf";

  HeifItems {
    types = Map.copyOf(types);
    extents = List.copyOf(extents);
  }

  /// Reads the items.
  ///
  /// @param description the boxes within `meta`
  static HeifItems read(PhotoReader reader, List<HeifBox> description)
      throws IOException, BrokenPhotoException {
    long primary = primary(reader, HeifFile.first(description, PRIMARY_ITEM));
    var types = types(reader, HeifFile.first(description, ITEM_INFOS));
    if (!types.containsKey(primary)) {
      throw unreadable("no picture under the id of the picture");
    }
    return new HeifItems(primary, types, HeifLocations.read(reader, description));
  }

  private static long primary(PhotoReader reader, HeifBox box)
      throws IOException, BrokenPhotoException {
    reader.seek(box.bodyStart());
    int version = version(reader);
    return reader.bigEndian(version == 0 ? 2 : 4);
  }

  private static Map<Long, String> types(PhotoReader reader, HeifBox box)
      throws IOException, BrokenPhotoException {
    reader.seek(box.bodyStart());
    reader.skip(version(reader) == 0 ? 2 : 4);
    var types = new HashMap<Long, String>();
    for (var info : HeifBox.listed(reader, reader.position(), box.end())) {
      reader.seek(info.bodyStart());
      int version = version(reader);
      if (version < 2) {
        throw unreadable("an item without a type");
      }
      long id = reader.bigEndian(version == 2 ? 2 : 4);
      reader.skip(2);
      if (types.put(id, reader.fourLetters()) != null) {
        throw unreadable("two items with one id");
      }
    }
    return types;
  }

  /// The version that a box begins with; the reader stands behind its flags afterwards.
  static int version(PhotoReader reader) throws IOException, BrokenPhotoException {
    return (int) (reader.bigEndian(HeifBox.VERSION_AND_FLAGS) >> 24);
  }
}
