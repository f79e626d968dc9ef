package dev.photobridge.adapter.provider.image;

import java.util.TreeMap;

/// Stretches of a file that stay, while all between them becomes zero, save for a few bytes put
/// there instead. They may be added in any order and overlap.
final class KeptRanges {
  private final TreeMap<Long, Long> endsByStart = new TreeMap<>();
  private final TreeMap<Long, byte[]> insteadByStart = new TreeMap<>();

  /// Keeps the bytes from `start` inclusive to `end` exclusive.
  void add(long start, long end) {
    long from = start;
    long to = end;
    var before = endsByStart.floorEntry(to);
    while (before != null && before.getValue() >= from) {
      from = Math.min(from, before.getKey());
      to = Math.max(to, before.getValue());
      endsByStart.remove(before.getKey());
      before = endsByStart.floorEntry(to);
    }
    endsByStart.put(from, to);
  }

  /// Puts these bytes there, unless something is kept there in the end.
  void putInstead(long start, byte[] bytes) {
    insteadByStart.put(start, bytes);
  }

  /// Whether some byte from `start` inclusive to `end` exclusive is kept.
  boolean touch(long start, long end) {
    var before = endsByStart.lowerEntry(end);
    return before != null && before.getValue() > start;
  }

  /// Where the last one ends; 0 if there is none.
  long end() {
    return endsByStart.isEmpty() ? 0 : endsByStart.lastEntry().getValue();
  }

  /// The first bytes of the file, with zeros for what isn't kept.
  ///
  /// @param length how many, at least up to the last range's end
  PieceList upTo(long length) {
    var pieces = new PieceList();
    long at = 0;
    for (var range : endsByStart.entrySet()) {
      fill(pieces, at, range.getKey());
      pieces.keep(range.getKey(), range.getValue());
      at = range.getValue();
    }
    fill(pieces, at, length);
    return pieces;
  }

  private void fill(PieceList pieces, long start, long end) {
    long at = start;
    for (var instead : insteadByStart.subMap(start, end).entrySet()) {
      long from = instead.getKey();
      byte[] bytes = instead.getValue();
      if (from >= at && from + bytes.length <= end) {
        pieces.blank(from - at);
        pieces.insert(bytes);
        at = from + bytes.length;
      }
    }
    pieces.blank(end - at);
  }
}
