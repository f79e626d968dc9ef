package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.truncated;
import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads where the bytes of items are (`iloc`, ISO/IEC 14496-12, 8.11.3). Bytes in other files and
/// bytes that are cut out of other items are not supported; cameras write neither.
final class HeifLocations {
  private static final String LOCATIONS = "iloc";
  private static final String DATA = "idat";
  private static final int IN_FILE = 0;
  private static final int IN_DATA_BOX = 1;
  private static final int MAX_EXTENTS = 50_000;

  private final PhotoReader reader;
  private final List<HeifBox> description;
  private final List<HeifExtent> extents = new ArrayList<>();

  private HeifLocations(PhotoReader reader, List<HeifBox> description) {
    this.reader = reader;
    this.description = description;
  }

  /// Where the bytes of all items are.
  ///
  /// @param description the boxes within `meta`
  static List<HeifExtent> read(PhotoReader reader, List<HeifBox> description)
      throws IOException, BrokenPhotoException {
    var locations = new HeifLocations(reader, description);
    locations.read();
    return locations.extents;
  }

  private void read() throws IOException, BrokenPhotoException {
    reader.seek(HeifFile.first(description, LOCATIONS).bodyStart());
    int version = HeifItems.version(reader);
    int lengths = (int) reader.bigEndian(2);
    var sizes = new FieldSizes(lengths, version);
    long count = reader.bigEndian(version < 2 ? 2 : 4);
    for (long i = 0; i < count; i++) {
      readItem(version, sizes);
    }
  }

  private void readItem(int version, FieldSizes sizes) throws IOException, BrokenPhotoException {
    long item = reader.bigEndian(version < 2 ? 2 : 4);
    int method = version == 0 ? IN_FILE : (int) reader.bigEndian(2) & 0xF;
    long otherFile = reader.bigEndian(2);
    if (method > IN_DATA_BOX || otherFile != 0) {
      throw unreadable("bytes of the picture are elsewhere");
    }
    long base = reader.bigEndian(sizes.base);
    long count = reader.bigEndian(2);
    if (count > MAX_EXTENTS - extents.size()) {
      throw unreadable("too many pieces");
    }
    for (long i = 0; i < count; i++) {
      reader.skip(sizes.index);
      long start = base + reader.bigEndian(sizes.offset);
      add(item, method, start, reader.bigEndian(sizes.length));
    }
  }

  private void add(long item, int method, long start, long length) throws BrokenPhotoException {
    if (start < 0 || length < 1) {
      throw unreadable("a piece of impossible place or length");
    }
    if (method == IN_FILE) {
      if (start > reader.size() - length) {
        throw truncated();
      }
      extents.add(new HeifExtent(item, start, start + length));
      return;
    }
    var box = HeifFile.first(description, DATA);
    if (start > box.end() - box.bodyStart() - length) {
      throw unreadable("a piece beyond the end of its box");
    }
    extents.add(new HeifExtent(item, box.bodyStart() + start, box.bodyStart() + start + length));
  }

  /// How many bytes each number has.
  private static final class FieldSizes {
    private static final Set<Integer> ALLOWED = Set.of(0, 4, 8);
    private final int offset;
    private final int length;
    private final int base;
    private final int index;

    FieldSizes(int packed, int version) throws BrokenPhotoException {
      offset = packed >> 12 & 0xF;
      length = packed >> 8 & 0xF;
      base = packed >> 4 & 0xF;
      index = version == 0 ? 0 : packed & 0xF;
      if (version > 2 || !ALLOWED.containsAll(List.of(offset, length, base, index))) {
        throw unreadable("an unknown form of item locations");
      }
    }
  }
}
