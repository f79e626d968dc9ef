package dev.photobridge.benchmark.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class NoisePhotoTest {
  @Test
  void theSizeIsAboutTheWantedOneAndTheRestIsPixels() throws Exception {
    byte[] photo = NoisePhoto.ofAbout(400_000, 1);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));

    assertThat(photo.length).isCloseTo(400_000, withinPercentage(5));
    assertThat(image.getWidth() * image.getHeight()).isCloseTo(480_000, withinPercentage(1));
  }

  @Test
  void aSeedGivesTheSamePhotoAndAnotherSeedAnother() {
    assertThat(NoisePhoto.ofAbout(20_000, 1))
        .isEqualTo(NoisePhoto.ofAbout(20_000, 1))
        .isNotEqualTo(NoisePhoto.ofAbout(20_000, 2));
  }
}
