package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.difference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoPreparerTest {
  @TempDir Path folder;

  private final PhotoPreparer preparer =
      new PhotoPreparer(new PixelReader(20_000_000), new DecodePermits(10_000_000, 2));

  @ParameterizedTest
  @CsvSource({
    "synthetic/IMG_0003.JPG, 900",
    "synthetic/lossless-alpha.webp, 2048",
    "real/orientation-0.jpg, 1800",
    "real/iphone-13-pro-max-rot90.heic, 512",
  })
  void leavesAPhotoAloneThatIsFit(String name, int maxSide) throws Exception {
    var drafts = new DraftFolder(folder);

    assertThat(prepared(name, maxSide, drafts)).isEqualTo(new PhotoPlan.AsIs());
    assertThat(drafts.left()).isZero();
  }

  @Test
  void turnsAPhotoUpright() throws Exception {
    PhotoPlan.Redrawn plan = redrawn("real/orientation-6.jpg", 2048);

    Bitmap upright = decoded(PhotoFiles.stored("real/orientation-1.jpg"));
    var small = new PixelSize(60, 40);
    assertThat(plan.facts().storedSize()).isEqualTo(new PixelSize(1800, 1200));
    assertThat(
            difference(
                Scaler.scale(decoded(plan.draft().file()), small), Scaler.scale(upright, small)))
        .isLessThan(2);
    assertFactsMatch(plan);
  }

  @Test
  void makesAPhotoAsSmallAsIsOfUseWithoutItsMetadata() throws Exception {
    PhotoPlan.Redrawn plan = redrawn("hostile/exif-markup.jpg", 512);

    assertThat(plan.facts().storedSize()).isEqualTo(new PixelSize(512, 284));
    assertFactsMatch(plan);
    try (var in = plan.draft().file().open()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "adobe-rgb.jpg,   32, 32, 230, 79, 80",
    "adobe-rgb.jpg,  160, 32, 79, 79, 205",
    "display-p3.jpg,  32, 32, 216, 69, 77",
    "cmyk-adobe.jpg,  32, 32, 143, 147, 112",
  })
  void bringsForeignColoursToSrgb(String name, int x, int y, int red, int green, int blue)
      throws Exception {
    PhotoPlan.Redrawn plan = redrawn("synthetic/" + name, 2048);

    assertThat(plan.facts().storedSize()).isEqualTo(new PixelSize(1600, 900));
    assertNear(at(decoded(plan.draft().file()), x, y), red, green, blue, 5);
    assertFactsMatch(plan);
    try (var in = plan.draft().file().open()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("ICC_PROFILE", "Adobe");
    }
  }

  @Test
  void keepsTransparency() throws Exception {
    PhotoPlan.Redrawn plan = redrawn("synthetic/lossless-alpha.webp", 600);

    assertThat(plan.facts().type()).isEqualTo(MediaType.PNG);
    assertThat(decoded(plan.draft().file()).isOpaque()).isFalse();
    assertFactsMatch(plan);
  }

  @Test
  void keepsOneFrameOfAnAnimation() throws Exception {
    PhotoPlan.Redrawn plan = redrawn("real/animated-squares-cc0.webp", 2048);

    assertThat(plan.facts().storedSize()).isEqualTo(new PixelSize(80, 80));
    assertThat(plan.facts().animated()).isFalse();
    assertFactsMatch(plan);
  }

  @Test
  void saysSoWhenAPhotoCannotBeDecoded() throws Exception {
    var drafts = new DraftFolder(folder);
    var facts =
        PhotoFixtures.aPhoto()
            .withType(MediaType.WEBP)
            .withOrientation(Orientation.HALF_TURN)
            .build();
    var photo =
        new CallPhoto(
            new MediaPart.GuestPhoto("photo"),
            facts,
            PhotoFiles.stored("hostile/webp-truncated.webp"));

    assertThat(preparer.prepare(photo, 2048, drafts)).isInstanceOf(PhotoPlan.Undecodable.class);
    assertThat(drafts.left()).isZero();
  }

  private PhotoPlan.Redrawn redrawn(String name, int maxSide) throws Exception {
    PhotoPlan plan = prepared(name, maxSide, new DraftFolder(folder));
    assertThat(plan).isInstanceOf(PhotoPlan.Redrawn.class);
    return (PhotoPlan.Redrawn) plan;
  }

  private PhotoPlan prepared(String name, int maxSide, DraftFolder drafts) throws Exception {
    StoredFile file = PhotoFiles.stored(name);
    return preparer.prepare(PhotoFiles.guest(file), maxSide, drafts);
  }

  private static void assertFactsMatch(PhotoPlan.Redrawn plan) throws Exception {
    assertThat(PhotoFiles.facts(plan.draft().file())).isEqualTo(plan.facts());
  }
}
