package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One box of an ISO base media file (ISO/IEC 14496-12, 4.2): length, type, body.
///
/// @param type four characters
/// @param start where its length is
/// @param bodyStart where its body begins
/// @param end where it ends by its own word, which may be beyond the file
record HeifBox(String type, long start, long bodyStart, long end) {
  /// The length of the shortest box.
  static final int HEADER_BYTES = 8;

  /// The version and flags that many boxes begin with.
  static final int VERSION_AND_FLAGS = 4;

  private static final int MAX_CHILDREN = 10_000;

  /// The box that begins where the reader is; the reader stands at its body afterwards.
  ///
  /// @param parentEnd where a box ends that does not tell its length
  static HeifBox at(PhotoReader reader, long parentEnd) throws IOException, BrokenPhotoException {
    long start = reader.position();
    long length = reader.bigEndian(4);
    String type = reader.fourLetters();
    if (length == 1) {
      length = reader.bigEndian(8);
    } else if (length == 0) {
      length = parentEnd - start;
    }
    long bodyStart = reader.position();
    long end = start + length;
    if (end < bodyStart) {
      throw unreadable("a box of impossible length");
    }
    return new HeifBox(type, start, bodyStart, end);
  }

  /// The boxes within a box.
  ///
  /// @param from where the first one begins
  /// @param end where the last one has to end
  static List<HeifBox> listed(PhotoReader reader, long from, long end)
      throws IOException, BrokenPhotoException {
    var boxes = new ArrayList<HeifBox>();
    reader.seek(from);
    while (end - reader.position() >= HEADER_BYTES) {
      var box = at(reader, end);
      if (box.end() > end || boxes.size() == MAX_CHILDREN) {
        throw unreadable("boxes that do not fit into theirs");
      }
      boxes.add(box);
      reader.seek(box.end());
    }
    return boxes;
  }
}
