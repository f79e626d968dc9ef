package dev.photobridge.adapter.http.ingest;

import static dev.photobridge.adapter.http.testing.FormText.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which forms are taken, and what is said about the others.
class IngestFormTest extends IngestTest {
  private static final String FILE = "fileToUpload";
  private static final String RIGHT = FakeIngest.PASSWORD;

  @Test
  void takesThePasswordBeforeAndAfterThePhoto() throws IOException {
    assertThat(post(goodForm()).status()).isEqualTo(200);
    assertThat(post(form().file(FILE, PHOTO).field("password", RIGHT).end()).status())
        .isEqualTo(200);
    assertThat(ingest.taken).hasSize(2).allSatisfy(form -> assertThat(form.fields()).isEmpty());
  }

  @Test
  void refusesAMissingOrWrongOrRepeatedPassword() throws IOException {
    isRefused(form().file(FILE, PHOTO).end(), 401, "ingest_password_missing");
    isRefused(form().field("a", "1").end(), 401, "ingest_password_missing");
    isRefused(form().file(FILE, PHOTO).field("password", "").end(), 401, "ingest_password_wrong");
    isRefused(
        form().file(FILE, PHOTO).field("password", RIGHT + " ").end(),
        401,
        "ingest_password_wrong");
    isRefused(
        form().field("password", "x".repeat(257)).file(FILE, PHOTO).end(),
        401,
        "ingest_password_wrong");
    isRefused(
        form().field("password", RIGHT).field("password", RIGHT).file(FILE, PHOTO).end(),
        400,
        "multipart_invalid");
    assertThat(ingest.taken).isEmpty();
  }

  @Test
  void refusesFormsWithNoneOrSeveralPhotos() throws IOException {
    isRefused(form().field("password", RIGHT).end(), 400, "file_missing");
    isRefused(form().field("password", RIGHT).file("photo", PHOTO).end(), 400, "file_missing");
    isRefused(
        form().field("password", RIGHT).file(FILE, PHOTO).file(FILE, PHOTO).end(),
        400,
        "file_repeated");
    isRefused(
        form().field("password", RIGHT).file(FILE, PHOTO).file("other", PHOTO).end(),
        400,
        "file_repeated");
    RawResponse missing = post(form().field("password", RIGHT).end());
    assertThat(missing.json().at("/error/details/field").asText()).isEqualTo(FILE);
  }

  @Test
  void refusesFormsBeyondEveryLimit() throws IOException {
    var manyParts = form().field("password", RIGHT);
    for (int i = 0; i < 10_000; i++) {
      manyParts.field("a", "1");
    }
    isRefused(manyParts.file(FILE, PHOTO).end(), 400, "multipart_invalid");
    isRefused(
        form().field("a", "x".repeat(100_000)).file(FILE, PHOTO).end(), 400, "multipart_invalid");
    isRefused(form().field("x".repeat(10_000), "1").end(), 400, "multipart_invalid");
    isRefused(
        form().field("password", RIGHT).file(FILE, new byte[1024 * 1024 + 1]).end(),
        413,
        "file_too_large");
  }

  @Test
  void refusesNamesThatTryToBreakOut() throws IOException {
    isRefused(form().field("a\0b", "1").file(FILE, PHOTO).end(), 400, "multipart_invalid");
    isRefused(form().field("a\nb: c", "1").file(FILE, PHOTO).end(), 400, "multipart_invalid");
    isRefused(form().field("a\r", "1").file(FILE, PHOTO).end(), 400, "multipart_invalid");
  }

  @Test
  void takesAPhotoOfTheLargestSize() throws IOException {
    byte[] largest = new byte[1024 * 1024];
    assertThat(post(form().field("password", RIGHT).file(FILE, largest).end()).status())
        .isEqualTo(200);
    assertThat(ingest.taken.remove().photo()).hasSize(largest.length);
  }

  @Test
  void knowsTheAccountOfALongLink() throws IOException {
    assertThat(postTo("/ingest/igor/slot-001", goodForm()).status()).isEqualTo(200);
    assertThat(ingest.taken.remove().command().account()).isEqualTo(Optional.of("igor"));
  }

  @Test
  void keepsTheFirstValueOfEachQueryParameterAndNoPassword() throws IOException {
    String query = "?answer=%D0%B4%D0%B0&answer=no&password=123456&empty&odd=%00";
    assertThat(postTo(LINK + query, goodForm()).status()).isEqualTo(200);
    assertThat(ingest.taken.remove().command().query())
        .isEqualTo(Map.of("answer", "да", "empty", "", "odd", "\uFFFD"));
  }

  @Test
  void keepsNoMoreQueryParametersThanAFormMayHaveFields() throws IOException {
    var query = new StringBuilder("?x=1");
    for (int i = 0; i < 200; i++) {
      query.append("&a").append(i).append("=1");
    }
    assertThat(postTo(LINK + query, goodForm()).status()).isEqualTo(200);
    assertThat(ingest.taken.remove().command().query()).hasSize(64);
  }

  private void isRefused(byte[] form, int status, String code) throws IOException {
    RawResponse response = post(form);
    response.error(code);
    assertThat(response.status()).isEqualTo(status);
  }
}
