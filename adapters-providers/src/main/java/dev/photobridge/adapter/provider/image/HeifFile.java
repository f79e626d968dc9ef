package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.truncated;
import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The boxes of a HEIC or HEIF file, none of which goes beyond its end.
///
/// @param boxes the outermost ones, in order
/// @param description those within `meta`, which describes the still picture
record HeifFile(List<HeifBox> boxes, List<HeifBox> description) {
  static final String FILE_TYPE = "ftyp";
  static final String META = "meta";
  private static final String MOVIE = "moov";
  private static final int MAX_BOXES = 1_000;

  HeifFile {
    boxes = List.copyOf(boxes);
    description = List.copyOf(description);
  }

  /// Finds the boxes.
  static HeifFile read(PhotoReader reader) throws IOException, BrokenPhotoException {
    var boxes = outermost(reader);
    if (!has(boxes, META)) {
      throw has(boxes, MOVIE) ? unreadable("no still picture") : truncated();
    }
    var meta = first(boxes, META);
    long from = meta.bodyStart() + HeifBox.VERSION_AND_FLAGS;
    return new HeifFile(boxes, HeifBox.listed(reader, from, meta.end()));
  }

  private static List<HeifBox> outermost(PhotoReader reader)
      throws IOException, BrokenPhotoException {
    var boxes = new ArrayList<HeifBox>();
    reader.seek(0);
    while (reader.remaining() >= HeifBox.HEADER_BYTES) {
      var box = HeifBox.at(reader, reader.size());
      if (box.end() > reader.size()) {
        throw truncated();
      }
      if (boxes.size() == MAX_BOXES) {
        throw unreadable("too many boxes");
      }
      boxes.add(box);
      reader.seek(box.end());
    }
    return boxes;
  }

  /// The first box of this type.
  static HeifBox first(List<HeifBox> boxes, String type) throws BrokenPhotoException {
    return boxes.stream()
        .filter(box -> box.type().equals(type))
        .findFirst()
        .orElseThrow(() -> unreadable("no box " + type));
  }

  /// Whether it also holds an image sequence.
  boolean isSequence() {
    return has(boxes, MOVIE);
  }

  private static boolean has(List<HeifBox> boxes, String type) {
    return boxes.stream().anyMatch(box -> box.type().equals(type));
  }
}
