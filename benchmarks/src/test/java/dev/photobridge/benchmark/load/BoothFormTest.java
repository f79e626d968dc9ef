package dev.photobridge.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoothFormTest {
  @Test
  void thePhotoStandsUnchangedBetweenItsHeadAndTheLastBoundary() {
    byte[] photo = {(byte) 0xff, (byte) 0xd8, '\r', '\n', '-', '-', (byte) 0xff, (byte) 0xd9};
    String body = text(BoothForm.of(photo, "open sesame"));
    String boundary = BoothForm.CONTENT_TYPE.split("boundary=", -1)[1];

    assertThat(body)
        .startsWith("--" + boundary + "\r\n")
        .endsWith(
            "Content-Type: image/jpeg\r\n\r\n" + text(photo) + "\r\n--" + boundary + "--\r\n");
  }

  @Test
  void theFormHasTheIngestPassword() {
    assertThat(text(BoothForm.of(new byte[1], "open sesame")))
        .contains("form-data; name=\"password\"\r\n\r\nopen sesame\r\n")
        .contains("form-data; name=\"fileToUpload\"; filename=\"IMG_0001.JPG\"\r\n");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
