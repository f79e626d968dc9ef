package dev.photobridge.adapter.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultipartFormTest {
  private final MultipartForm form = new MultipartForm(new Random(7));

  @Test
  void hasFieldsAndFilesInTheirOrderAndAKnownLength() throws IOException {
    form.text("prompt", "Осень\r\nи дождь");
    form.file("image[]", "image-1.jpg", "image/jpeg", new TextPiece(new byte[] {1, 2}));

    String boundary = form.contentType().replaceFirst(".*boundary=", "");
    assertThat(form.contentType()).startsWith("multipart/form-data; boundary=photobridge-");
    assertThat(text())
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="prompt"

            Осень
            и дождь
            --B
            Content-Disposition: form-data; name="image[]"; filename="image-1.jpg"
            Content-Type: image/jpeg

            \u0001\u0002
            --B--
            """
                .replace("\n", "\r\n")
                .replace("B", boundary));
  }

  @Test
  void namesCannotEndEarly() throws IOException {
    form.text("a\"\r\nContent-Type: text/html", "x");
    assertThat(text()).contains("name=\"a%22%0D%0AContent-Type: text/html\"");
  }

  @Test
  void noTwoFormsHaveTheSameBoundary() {
    var random = new Random(7);
    assertThat(new MultipartForm(random).contentType())
        .isNotEqualTo(new MultipartForm(random).contentType());
  }

  private String text() throws IOException {
    byte[] bytes = form.body().open().readAllBytes();
    assertThat(form.body().size()).isEqualTo(bytes.length);
    return new String(bytes, UTF_8);
  }
}
