package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.Bytes.join;
import static dev.photobridge.adapter.provider.image.Bytes.number;
import static dev.photobridge.adapter.provider.image.Bytes.text;

import java.util.ArrayList;
import java.util.List;

/// A hand-made HEIC. Its items have the ids 1, 2, …; the first one is the picture, and all
/// properties are its properties.
final class HeifBytes {
  private static final byte[] PLAIN = new byte[4];

  private String brands = "heic\0\0\0\0mif1heic";
  private final List<String> types = new ArrayList<>();
  private final List<byte[]> data = new ArrayList<>();
  private final List<byte[]> properties = new ArrayList<>();
  private final List<Boolean> essential = new ArrayList<>();
  private byte[] moreDescription = {};
  private byte[] lastBoxes = {};

  static HeifBytes sized(int width, int height) {
    return new HeifBytes().property("ispe", join(PLAIN, number(width, 4), number(height, 4)));
  }

  HeifBytes brands(String majorVersionAndOthers) {
    brands = majorVersionAndOthers;
    return this;
  }

  HeifBytes item(String type, byte[] bytes) {
    types.add(type);
    data.add(bytes);
    return this;
  }

  HeifBytes property(String type, byte[] body) {
    properties.add(box(type, body));
    essential.add(false);
    return this;
  }

  HeifBytes essentialProperty(String type, byte[] body) {
    var _ = property(type, body);
    essential.set(essential.size() - 1, true);
    return this;
  }

  HeifBytes describedBy(byte[] box) {
    moreDescription = box;
    return this;
  }

  HeifBytes followedBy(byte[] boxes) {
    lastBoxes = boxes;
    return this;
  }

  byte[] build() {
    byte[] fileType = box("ftyp", text(brands));
    int metaLength = meta(0).length;
    byte[] pixels = box("mdat", join(data.toArray(byte[][]::new)));
    return join(fileType, meta(fileType.length + metaLength + 8L), pixels, lastBoxes);
  }

  static byte[] box(String type, byte[]... body) {
    byte[] all = join(body);
    return join(number(8L + all.length, 4), text(type), all);
  }

  private byte[] meta(long dataStart) {
    return box(
        "meta",
        PLAIN,
        box("hdlr", PLAIN, new byte[4], text("pict"), new byte[13]),
        box("pitm", PLAIN, number(1, 2)),
        itemInfos(),
        box("iprp", box("ipco", join(properties.toArray(byte[][]::new))), associations()),
        locations(dataStart),
        moreDescription);
  }

  private byte[] itemInfos() {
    var infos = new ArrayList<byte[]>();
    for (int i = 0; i < types.size(); i++) {
      infos.add(
          box(
              "infe",
              Bytes.of(2, 0, 0, 0),
              number(i + 1L, 2),
              new byte[2],
              text(types.get(i) + "\0")));
    }
    return box("iinf", PLAIN, number(types.size(), 2), join(infos.toArray(byte[][]::new)));
  }

  private byte[] associations() {
    byte[] places = new byte[properties.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (byte) (i + 1 | (essential.get(i) ? 0x80 : 0));
    }
    return box("ipma", PLAIN, number(1, 4), number(1, 2), Bytes.of(places.length), places);
  }

  private byte[] locations(long dataStart) {
    var entries = new ArrayList<byte[]>();
    long start = dataStart;
    for (int i = 0; i < data.size(); i++) {
      entries.add(join(number(i + 1L, 2), number(0, 2), number(1, 2)));
      entries.add(join(number(start, 4), number(data.get(i).length, 4)));
      start += data.get(i).length;
    }
    return box(
        "iloc",
        PLAIN,
        Bytes.of(0x44, 0),
        number(data.size(), 2),
        join(entries.toArray(byte[][]::new)));
  }
}
