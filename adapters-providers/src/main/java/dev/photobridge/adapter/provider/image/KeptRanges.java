package dev.photobridge.adapter.provider.image;

import java.util.TreeMap;

/// Stretches of a file that stay, while all between them becomes zero. They may be added in any
/// order and overlap.
final class KeptRanges {
  private final TreeMap<Long, Long> endsByStart = new TreeMap<>();

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
      pieces.blank(range.getKey() - at);
      pieces.keep(range.getKey(), range.getValue());
      at = range.getValue();
    }
    pieces.blank(length - at);
    return pieces;
  }
}
