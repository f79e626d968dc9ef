package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.media.PixelSize;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Encodes bitmaps: sRGB, no metadata but the JFIF header. Except for WEBP the encoded file is
/// never whole in memory.
public final class PixelWriter {
  private static final int BUFFER = 64 * 1024;

  private PixelWriter() {}

  /// Why a bitmap of this size can't be encoded so on this machine, in words for operators; empty
  /// where it can.
  public static Optional<String> obstacle(Encoding encoding, PixelSize size) {
    return switch (encoding) {
      case Encoding.Jpeg _, Encoding.Png _ -> Optional.empty();
      case Encoding.Webp _ -> WebpEncoding.obstacle(size);
    };
  }

  /// Writes a bitmap into a new draft. The bitmap may be changed by this and is of no use any more.
  /// There must be no [#obstacle].
  ///
  /// @return the draft; the caller owns it now and closes it
  /// @throws IOException when it can't be written, such as on a full disk
  public static MediaDraft draft(Bitmap bitmap, Encoding encoding, DraftSource drafts)
      throws IOException {
    MediaDraft draft = drafts.begin();
    try {
      try (var out = new BufferedOutputStream(draft.write(), BUFFER)) {
        write(bitmap, encoding, out);
      }
      return draft;
    } catch (IOException | RuntimeException | Error e) {
      draft.close();
      throw e;
    }
  }

  private static void write(Bitmap bitmap, Encoding encoding, OutputStream out) throws IOException {
    switch (encoding) {
      case Encoding.Jpeg jpeg -> {
        try (var target = new DirectImageOutput(out)) {
          JpegEncoding.write(bitmap.onWhite().image(), jpeg.quality(), target);
        }
      }
      case Encoding.Webp webp -> {
        try (var target = new DirectImageOutput(out)) {
          WebpEncoding.write(bitmap.image(), webp.quality(), target);
        }
      }
      case Encoding.Png _ -> {
        // Holds one chunk at a time: the encoder goes back to write its length, then flushes.
        try (var target = new MemoryCacheImageOutputStream(out)) {
          writePng(bitmap, target);
        }
      }
    }
  }

  private static void writePng(Bitmap bitmap, ImageOutputStream target) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try {
      writer.setOutput(target);
      writer.write(bitmap.image());
    } finally {
      writer.dispose();
    }
  }
}
