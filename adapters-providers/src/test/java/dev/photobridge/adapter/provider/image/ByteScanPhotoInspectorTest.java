package dev.photobridge.adapter.provider.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteScanPhotoInspectorTest {
  private static final PhotoLimits LIMITS =
      new PhotoLimits(
          Set.of(MediaType.values()), ByteSize.ofMegabytes(20), /* maxPixels= */ 100_000_000, 16);

  private static final String TABLE = "/photos/expected.csv";

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = TABLE, delimiter = '|')
  void showsWhatAPhotoIs(String name, String shown, String end) throws IOException {
    byte[] photo = TestPhotos.bytes(name);
    assertThat(Inspections.summary(photo)).isEqualTo(shown);
    assertThat(isTaken(photo) ? "taken" : "refused").isEqualTo(end);
  }

  private static boolean isTaken(byte[] photo) throws IOException {
    return switch (Inspections.inspect(photo)) {
      case PhotoInspection.Measured(var facts) -> LIMITS.refusalOf(facts).isEmpty();
      case PhotoInspection.Unusable _ -> false;
    };
  }

  @Test
  void hasAnExpectationForEverySharedPhoto() throws IOException {
    var table = new String(requireNonNull(TestPhotos.resource(TABLE)), UTF_8);
    for (var folder : List.of("real", "synthetic", "hostile")) {
      for (var name : names(folder)) {
        assertThat(table).contains(folder + "/" + name);
      }
    }
  }

  private static List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(TestPhotos.sharedFolder().resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"BM6000", "%PDF-1.7", "RIFF____WAVEfmt ", "FF", "GIF89a", "II*_", "<svg/>"})
  void takesNothingElseForAnImage(String text) throws IOException {
    assertThat(Inspections.summary(text.getBytes(ISO_8859_1))).isEqualTo("NotAnImage[]");
  }

  @Test
  void tellsTheSizeOfTheFile() throws IOException {
    byte[] photo = TestPhotos.bytes("synthetic/IMG_0003.JPG");
    assertThat(Inspections.facts(photo).fileSize()).isEqualTo(new ByteSize(51_977));
  }
}
