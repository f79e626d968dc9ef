package dev.photobridge.domain.slot;

import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PixelSize;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSettingsTest {
  static List<Arguments> outputs() {
    return List.of(
        Arguments.of(Map.of(), OutputSettings.AS_PRODUCED),
        Arguments.of(Map.of("format", "jpeg"), new OutputSettings(MediaType.JPEG, 92, null)),
        Arguments.of(Map.of("format", "JPEG"), new OutputSettings(MediaType.JPEG, 92, null)),
        Arguments.of(Map.of("format", "gif"), OutputSettings.AS_PRODUCED),
        Arguments.of(Map.of("quality", 1), new OutputSettings(null, 1, null)),
        Arguments.of(Map.of("quality", 100), new OutputSettings(null, 100, null)),
        Arguments.of(Map.of("quality", 0), OutputSettings.AS_PRODUCED),
        Arguments.of(Map.of("quality", 101), OutputSettings.AS_PRODUCED),
        Arguments.of(Map.of("max_side_px", 1), new OutputSettings(null, 92, 1)),
        Arguments.of(Map.of("max_side_px", 0), OutputSettings.AS_PRODUCED));
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void areReadFromASlotsSettings(Map<String, @Nullable Object> settings, OutputSettings output) {
    assertThat(OutputSettings.of(new SlotSettings(settings))).isEqualTo(output);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void haveAQualityFromOneToAHundred(int quality) {
    assertThatThrownBy(() -> new OutputSettings(null, quality, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void haveAPositiveLongestSide() {
    assertThatThrownBy(() -> new OutputSettings(null, 92, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"null,1200,800", "1200,1200,800", "1199,1199,799", "600,600,400"},
      nullValues = "null")
  void boundTheSize(@Nullable Integer maxSidePx, int width, int height) {
    assertThat(new OutputSettings(null, 92, maxSidePx).sizeFor(new PixelSize(1200, 800)))
        .isEqualTo(new PixelSize(width, height));
  }

  @Test
  void areMetByAnUprightPhotoOfTheWantedFormatAndSize() {
    var photo = aPhoto().withType(MediaType.PNG).withSize(1200, 800).build();

    assertThat(OutputSettings.AS_PRODUCED.isMetBy(photo)).isTrue();
    assertThat(new OutputSettings(MediaType.PNG, 1, 1200).isMetBy(photo)).isTrue();
    assertThat(new OutputSettings(MediaType.JPEG, 92, null).isMetBy(photo)).isFalse();
    assertThat(new OutputSettings(null, 92, 1199).isMetBy(photo)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"UPRIGHT,true", "HALF_TURN,false", "QUARTER_TURN_CLOCKWISE,false"})
  void areOnlyMetByAPhotoThatNeedsNoTurning(Orientation orientation, boolean met) {
    assertThat(OutputSettings.AS_PRODUCED.isMetBy(aPhoto().withOrientation(orientation).build()))
        .isEqualTo(met);
  }
}
