package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.difference;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.PixelSize;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"92, 0x11", "91, 0x11", "90, 0x22", "60, 0x22"})
  void keepsFullColourAboveNinetyPercent(int quality, int expectedSampling) throws Exception {
    byte[] jpeg = bytes(gradient(), new Encoding.Jpeg(quality));

    int frame = startOfFrame(jpeg);
    assertThat(jpeg[frame + 1]).as("baseline").isEqualTo((byte) 0xc0);
    assertThat((int) jpeg[frame + 11]).as("sampling of brightness").isEqualTo(expectedSampling);
    assertThat((int) jpeg[frame + 14]).as("sampling of colour").isEqualTo(0x11);
  }

  @Test
  void writesSmallerFilesOfLesserQualityNearTheOriginal() throws Exception {
    Bitmap original = decoded(PhotoFiles.stored("synthetic/IMG_0003.JPG"));

    try (MediaDraft fine = draft(original, new Encoding.Jpeg(95));
        MediaDraft coarse = draft(original, new Encoding.Jpeg(50))) {
      assertThat(coarse.file().size()).isLessThan(fine.file().size() / 2);
      assertThat(difference(decoded(fine.file()), original)).isLessThan(1.5);
      assertThat(difference(decoded(coarse.file()), original)).isLessThan(5);
    }
  }

  @Test
  void writesAHeaderWithoutMetadata() throws Exception {
    byte[] jpeg =
        bytes(decoded(PhotoFiles.stored("hostile/exif-markup.jpg")), new Encoding.Jpeg(92));

    String text = new String(jpeg, StandardCharsets.ISO_8859_1);
    assertThat(text)
        .contains("JFIF")
        .doesNotContain("Exif", "Photoshop", "ns.adobe.com", "ICC_PROFILE");
  }

  @Test
  void putsTransparencyOnWhiteInJpeg() throws Exception {
    Bitmap half = drawn(64, 64, (x, y) -> x < 32 ? 0x00ff0000 : 0x80000000);

    try (MediaDraft jpeg = draft(half, new Encoding.Jpeg(92))) {
      Bitmap read = decoded(jpeg.file());

      assertNear(at(read, 8, 32), 255, 255, 255, 2);
      assertNear(at(read, 56, 32), 127, 127, 127, 2);
    }
  }

  @Test
  void keepsTransparencyInWebp() throws Exception {
    Bitmap half = drawn(64, 64, (x, y) -> x < 32 ? 0x00ff0000 : 0x802060c0);

    try (MediaDraft webp = draft(half, new Encoding.Webp(92))) {
      Bitmap read = decoded(webp.file());

      assertThat(Argb.alpha(at(read, 8, 32))).isZero();
      assertThat(Argb.alpha(at(read, 56, 32))).isEqualTo(0x80);
      assertNear(at(read, 56, 32), 0x20, 0x60, 0xc0, 6);
    }
  }

  @Test
  void writesSmallWebpNearTheOriginal() throws Exception {
    Bitmap original = decoded(PhotoFiles.stored("synthetic/IMG_0003.JPG"));

    try (MediaDraft fine = draft(original, new Encoding.Webp(95));
        MediaDraft coarse = draft(original, new Encoding.Webp(50))) {
      assertThat(coarse.file().size()).isLessThan(fine.file().size() / 2);
      assertThat(difference(decoded(fine.file()), original)).isLessThan(2);
      assertThat(difference(decoded(coarse.file()), original)).isLessThan(8);
    }
  }

  @Test
  void saysWhereWebpCannotBeWritten() {
    var size = new PixelSize(10, 10);

    assertThat(PixelWriter.obstacle(new Encoding.Webp(80), size)).isEmpty();
    assertThat(WebpEncoding.obstacle(size, PixelWriterTest::failToLoad))
        .contains(
            "no WEBP can be written on this machine, choose JPEG or PNG:"
                + " java.lang.UnsatisfiedLinkError: no library for this machine");
    assertThat(PixelWriter.obstacle(new Encoding.Webp(80), new PixelSize(3, 16384)))
        .contains("a WEBP can't be larger than 16383 pixels, this image is 3x16384");
  }

  @Test
  void writesPngWithoutLoss() throws Exception {
    Bitmap drawn = drawn(321, 200, (x, y) -> Argb.of((x + y) % 256, x % 256, y, x * y % 256));
    int[] before = drawn.argb().clone();

    try (MediaDraft png = draft(drawn, new Encoding.Png())) {
      assertThat(decoded(png.file()).argb()).isEqualTo(before);
    }
  }

  /// What is painted once the first bytes are out is still in the file.
  @Test
  void writesWhileItEncodes() throws Exception {
    for (Encoding encoding : List.of(new Encoding.Jpeg(92), new Encoding.Png())) {
      Bitmap noise = drawn(1500, 1000, (x, y) -> Argb.OPAQUE | (x * 7919 + y * 104_729) * 31);
      var drafts = new DraftFolder(Files.createTempDirectory(folder, "drafts"));
      DraftSource blackening = () -> new BlackeningDraft(drafts.begin(), noise.argb());

      try (MediaDraft draft = PixelWriter.draft(noise, encoding, blackening)) {
        assertNear(at(decoded(draft.file()), 750, 990), 0, 0, 0, 0);
      }
    }
  }

  @Test
  void throwsADraftAwayThatCannotBeWritten() {
    var draft = new FullDisk();

    assertThatThrownBy(() -> PixelWriter.draft(gradient(), new Encoding.Jpeg(92), () -> draft))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
    assertThat(draft.closed).isTrue();
  }

  private static void failToLoad() {
    throw new UnsatisfiedLinkError("no library for this machine");
  }

  private static Bitmap gradient() {
    return drawn(256, 128, (x, y) -> Argb.opaque(x, 255 - x, 2 * y));
  }

  private MediaDraft draft(Bitmap bitmap, Encoding encoding) throws IOException {
    Bitmap copy = Bitmap.of(bitmap.size(), bitmap.argb().clone(), bitmap.isOpaque());
    return PixelWriter.draft(
        copy, encoding, new DraftFolder(Files.createTempDirectory(folder, "drafts")));
  }

  private byte[] bytes(Bitmap bitmap, Encoding encoding) throws IOException {
    try (MediaDraft draft = draft(bitmap, encoding);
        var in = draft.file().open()) {
      return in.readAllBytes();
    }
  }

  private static int startOfFrame(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xf0) != 0xc0 || (jpeg[at + 1] & 0xff) == 0xc4) {
      at += 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
    }
    return at;
  }

  /// Paints the lower half black as soon as something is written.
  private static final class BlackeningDraft implements MediaDraft {
    private final MediaDraft draft;
    private final int[] argb;

    private BlackeningDraft(MediaDraft draft, int[] argb) {
      this.draft = draft;
      this.argb = argb;
    }

    @Override
    public OutputStream write() throws IOException {
      return new FilterOutputStream(draft.write()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          Arrays.fill(argb, argb.length / 2, argb.length, Argb.OPAQUE);
          out.write(bytes, offset, length);
        }
      };
    }

    @Override
    public StoredFile file() {
      return draft.file();
    }

    @Override
    public void close() {
      draft.close();
    }
  }

  private static final class FullDisk implements MediaDraft {
    private boolean closed;

    @Override
    public OutputStream write() {
      return new OutputStream() {
        @Override
        public void write(int value) throws IOException {
          throw new IOException("no space left");
        }
      };
    }

    @Override
    public StoredFile file() {
      throw new AssertionError("nobody reads it");
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
