package dev.photobridge.app.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A JPEG as a camera held on its side writes it, with the photographer's name in it.
public final class CameraPhoto {
  /// What must not leave the server.
  public static final String OWNER = "Owner of the camera";

  private static final int TURN_CLOCKWISE = 6;

  private CameraPhoto() {}

  /// This JPEG with such an EXIF block.
  public static byte[] of(byte[] jpeg) {
    byte[] owner = (OWNER + "\0").getBytes(StandardCharsets.US_ASCII);
    int directoryEnd = 8 + 2 + 2 * 12 + 4;
    ByteBuffer tiff = ByteBuffer.allocate(directoryEnd + owner.length);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) TURN_CLOCKWISE).putShort((short) 0);
    tiff.putShort((short) 0x013b).putShort((short) 2).putInt(owner.length).putInt(directoryEnd);
    tiff.putInt(0).put(owner);
    byte[] exif = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    int length = 2 + exif.length + tiff.capacity();
    var photo = new ByteArrayOutputStream();
    photo.write(jpeg, 0, 2);
    photo.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    photo.writeBytes(exif);
    photo.writeBytes(tiff.array());
    photo.write(jpeg, 2, jpeg.length - 2);
    return photo.toByteArray();
  }
}
