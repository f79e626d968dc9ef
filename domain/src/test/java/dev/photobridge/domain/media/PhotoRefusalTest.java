package dev.photobridge.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoRefusalTest {
  static List<Arguments> refusals() {
    var size = new PixelSize(30, 20);
    return List.of(
        Arguments.of(new PhotoRefusal.Empty(), "the file is empty"),
        Arguments.of(
            new PhotoRefusal.TooLarge(new ByteSize(1000)), "the file has more than 1000 bytes"),
        Arguments.of(new PhotoRefusal.NotAnImage(), "the file is not an image in a known format"),
        Arguments.of(
            new PhotoRefusal.TypeNotAllowed(MediaType.HEIC, Set.of(MediaType.JPEG)),
            "HEIC is not among the formats allowed"),
        Arguments.of(
            new PhotoRefusal.Truncated(MediaType.PNG), "the end of the PNG file is missing"),
        Arguments.of(
            new PhotoRefusal.Unreadable(MediaType.JPEG, "no size"),
            "the JPEG file is broken: no size"),
        Arguments.of(new PhotoRefusal.TooManyPixels(size, 500), "30x20 is more than 500 pixels"),
        Arguments.of(new PhotoRefusal.TooSmall(size, 25), "30x20 has a side below 25 pixels"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysInWordsWhatIsWrong(PhotoRefusal refusal, String words) {
    assertThat(refusal.inWords()).isEqualTo(words);
  }
}
