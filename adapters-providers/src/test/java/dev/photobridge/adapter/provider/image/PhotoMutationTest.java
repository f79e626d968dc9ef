package dev.photobridge.adapter.provider.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Damages photos by chance, but the same way on every run: whatever the bytes are, inspecting and
/// cutting end with an outcome.
class PhotoMutationTest {
  private static final int ROUNDS = 5_000;
  private static final byte[] EXIF = Bytes.exif(ByteOrder.BIG_ENDIAN, 6);

  private static byte[] sample(MediaType type) {
    return switch (type) {
      case JPEG ->
          JpegBytes.photo(
              JpegBytes.exif(EXIF), JpegBytes.segment(0xE0, Bytes.text("JFIF\0_______")));
      case PNG -> PngBytes.photo(PngBytes.chunk("eXIf", EXIF));
      case WEBP ->
          WebpBytes.file(
              WebpBytes.extended(0x08, 40, 30),
              WebpBytes.lossy(40, 30),
              WebpBytes.chunk("EXIF", EXIF));
      case HEIC -> heif("heic\0\0\0\0");
      case HEIF -> heif("mif1\0\0\0\0");
    };
  }

  private static byte[] heif(String brands) {
    return HeifBytes.sized(40, 30)
        .brands(brands)
        .essentialProperty("irot", Bytes.of(1))
        .property("udes", new byte[6])
        .item("hvc1", new byte[20])
        .item("Exif", EXIF)
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void endsWithAnOutcomeForEveryDamage(MediaType type) throws IOException {
    byte[] sample = sample(type);
    var random = new Random(42);
    int measured = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] photo = damaged(sample, random);
      if (Inspections.inspect(photo) instanceof PhotoInspection.Measured(var facts)) {
        measured++;
        checkCut(photo, facts);
      }
    }
    assertThat(measured).isBetween(1, ROUNDS - 1);
  }

  private static byte[] damaged(byte[] photo, Random random) {
    byte[] changed = photo.clone();
    for (int flips = random.nextInt(4); flips >= 0; flips--) {
      changed[random.nextInt(changed.length)] = interesting(random);
    }
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(changed, random.nextInt(changed.length));
      case 1 -> Bytes.join(changed, Arrays.copyOf(changed, random.nextInt(changed.length)));
      default -> changed;
    };
  }

  private static byte interesting(Random random) {
    byte[] favourites = Bytes.of(0, 1, 0x7F, 0x80, 0xFF);
    int choice = random.nextInt(2 * favourites.length);
    return choice < favourites.length ? favourites[choice] : (byte) random.nextInt(256);
  }

  private static void checkCut(byte[] photo, PhotoFacts facts) throws IOException {
    var cut = new MetadataCutter().cut(new BytesFile(photo), facts);
    if (cut instanceof CutPhoto.Cut(var source)) {
      try (var stream = source.open()) {
        assertThat(stream.readAllBytes()).hasSize((int) source.size());
      }
    }
  }
}
