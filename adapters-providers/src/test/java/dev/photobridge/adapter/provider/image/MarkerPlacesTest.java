package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.JpegBytes.END;
import static dev.photobridge.adapter.provider.image.JpegBytes.SCAN;
import static dev.photobridge.adapter.provider.image.JpegBytes.START;
import static dev.photobridge.adapter.provider.image.JpegBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.PassingPhoto;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkerPlacesTest {
  private final MarkerPlaces places = new MarkerPlaces();

  @Test
  void findsMarkersButNotWhatBelongsToPixels() {
    pass(0xFF, 0xD8, 7, 0xFF, 0x00, 0xFF, 0x01, 0xFF, 0xD0, 0xFF, 0xFF, 0xD9, 0xFF);

    assertThat(places.areOf(13)).isTrue();
    assertThat(places.next(0)).isEqualTo(0);
    assertThat(places.next(1)).isEqualTo(10);
    assertThat(places.next(10)).isEqualTo(10);
    assertThat(places.next(11)).as("none follows").isEqualTo(13);
  }

  @Test
  void findsMarkersThatAreTornApart() {
    pass(0xFF);
    pass(0xD8, 0xFF);
    pass(0xFF);
    pass();
    pass(0xD9);

    assertThat(places.areOf(5)).isTrue();
    assertThat(places.next(1)).isEqualTo(3);
  }

  @Test
  void areNotThoseOfAnotherFile() {
    pass(0xFF, 0xD8, 0xFF, 0xD9);

    assertThat(places.areOf(4)).isTrue();
    assertThat(places.areOf(5)).isFalse();
  }

  @Test
  void givesUpOnWhatIsNoJpeg() {
    pass(0x89, 'P', 'N', 'G');
    assertThat(places.areOf(4)).isFalse();

    var other = new MarkerPlaces();
    other.pass(Bytes.of(0xFF, 0xD7, 0xFF, 0xD9), 0, 4);
    assertThat(other.areOf(4)).isFalse();
  }

  @Test
  void givesUpWhereThereAreTooMany() {
    pass(0xFF, 0xD8);
    for (int i = 0; i < 4095; i++) {
      pass(0xFF, 0xE1);
    }
    assertThat(places.areOf(8192)).isTrue();
    assertThat(places.next(8190)).isEqualTo(8190);

    pass(0xFF, 0xE1);
    assertThat(places.areOf(8194)).isFalse();
  }

  /// Bytes of which half mean something somewhere, so that bodies of segments look like markers,
  /// and markers begin within bodies.
  @Test
  void leadTheWayThatLookingForEachLeads() throws IOException {
    var random = new Random(11);
    byte[] favourites = Bytes.of(0xFF, 0xFF, 0x00, 0x01, 0xD0, 0xD9, 0xDA, 0xE1, 0xC4, 0x02);
    int whole = 0;
    for (int round = 0; round < 20_000; round++) {
      var noise = new byte[random.nextInt(60)];
      for (int i = 0; i < noise.length; i++) {
        noise[i] =
            random.nextBoolean()
                ? favourites[random.nextInt(favourites.length)]
                : (byte) random.nextInt(256);
      }
      byte[] photo = Bytes.join(START, frame(40, 30), SCAN, noise, END);
      var found = new MarkerPlaces();
      int torn = random.nextInt(photo.length);
      found.pass(photo, 0, torn);
      found.pass(photo, torn, photo.length - torn);

      List<Object> way = walk(photo, new MarkerPlaces());
      assertThat(walk(photo, found)).isEqualTo(way);
      whole += way.getLast() instanceof JpegSegment ? 1 : 0;
    }
    assertThat(whole).isBetween(1000, 19_000);
  }

  @Test
  void ofAPhotoThatWasWatchedOnlyTheHeadersAndTheEndAreRead() throws IOException {
    byte[] photo = Bytes.join(START, frame(40, 30), SCAN, new byte[4_000_000], END);
    var inspector = new ByteScanPhotoInspector();
    PassingPhoto watched = inspector.passing();
    try (OutputStream out = watched.over(OutputStream.nullOutputStream())) {
      out.write(photo);
    }
    byte[] spoilt = photo.clone();
    byte[] another = frame(50, 40);
    System.arraycopy(another, 0, spoilt, 2_000_000, another.length);

    assertThat(inspector.inspect(new BytesFile(photo)))
        .isNotEqualTo(inspector.inspect(new BytesFile(spoilt)));
    assertThat(watched.inspect(new BytesFile(spoilt)))
        .isEqualTo(inspector.inspect(new BytesFile(photo)));
  }

  private static List<Object> walk(byte[] photo, MarkerPlaces places) throws IOException {
    var way = new ArrayList<>();
    try (var reader = PhotoReader.open(new BytesFile(photo))) {
      reader.goBy(places);
      var segments = new JpegSegments(reader);
      JpegSegment segment;
      do {
        segment = segments.next();
        way.add(segment);
      } while (segment.marker() != JpegSegment.END_OF_IMAGE);
    } catch (BrokenPhotoException broken) {
      way.add(broken.reason());
    }
    return way;
  }

  private void pass(int... bytes) {
    places.pass(Bytes.of(bytes), 0, bytes.length);
  }
}
