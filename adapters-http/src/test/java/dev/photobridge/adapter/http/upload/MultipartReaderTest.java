package dev.photobridge.adapter.http.upload;

import static dev.photobridge.adapter.http.testing.FormText.BOUNDARY;
import static dev.photobridge.adapter.http.testing.FormText.form;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import dev.photobridge.application.port.in.UploadRejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
  private static final int BUFFER = MultipartReader.BUFFER_BYTES;
  private static final String ALMOST = "\r\n--" + BOUNDARY.substring(0, BOUNDARY.length() - 1);

  @Test
  void readsTheSameFormWhereverTheNetworkCutsIt() {
    var random = new Random(20261122);
    for (int run = 0; run < 5_000; run++) {
      String photo = tricky(random);
      byte[] form =
          form().field("a", "1").file("file", bytes(photo)).field("b", tricky(random)).end();
      ReadForm read = ReadForm.inRandomPieces(form, random, 40);
      assertThat(read.rejection()).as("run %d", run).isNull();
      assertThat(read.file()).as("run %d", run).isEqualTo(photo);
      assertThat(read.fields()).containsEntry("a", "1").containsKey("b");
    }
  }

  @Test
  void findsTheBoundaryAcrossEveryBorderOfTheBuffer() {
    for (int size = BUFFER - 250; size < BUFFER + 50; size++) {
      String photo = "x".repeat(size);
      assertThat(ReadForm.of(form().file("file", bytes(photo)).end()).file()).isEqualTo(photo);
    }
  }

  @Test
  void keepsWhatOnlyBeginsLikeABoundaryAtEveryBorderOfTheBuffer() {
    for (int before = BUFFER - 250; before < BUFFER + 50; before++) {
      String photo = "x".repeat(before) + ALMOST + "\r\n-" + ALMOST + "\r";
      assertThat(ReadForm.of(form().file("file", bytes(photo)).end()).file()).isEqualTo(photo);
    }
  }

  @Test
  void handsOnWhatHasComeInWithoutWaitingForMore() throws Exception {
    byte[] form = form().file("file", bytes("x".repeat(1_000) + "y".repeat(1_000))).end();
    int pause = form.length - 1_000;
    var handedOn = new ByteArrayOutputStream();
    var body =
        new ByteArrayInputStream(form) {
          @Override
          public synchronized int available() {
            return pos < pause ? Math.min(100, pause - pos) : 0;
          }

          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            boolean isPaused = available() == 0;
            assertThat(isPaused ? handedOn.toString(ISO_8859_1) : "x").contains("x");
            return super.read(bytes, offset, isPaused ? length : Math.min(length, available()));
          }
        };
    var reader = new MultipartReader(body, BOUNDARY);

    assertThat(reader.next()).isPresent();
    reader.content(handedOn::write);

    assertThat(handedOn.toString(ISO_8859_1)).isEqualTo("x".repeat(1_000) + "y".repeat(1_000));
  }

  @Test
  void takesAllThatHasComeInAtOnce() throws Exception {
    byte[] form = form().file("file", bytes("x".repeat(3 * BUFFER))).end();
    var body =
        new ByteArrayInputStream(form) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1_000));
          }
        };
    var pieces = new ArrayList<Integer>();
    var reader = new MultipartReader(body, BOUNDARY);

    assertThat(reader.next()).isPresent();
    reader.content((_, _, length) -> pieces.add(length));

    assertThat(pieces).hasSizeLessThan(6).first().asInstanceOf(INTEGER).isGreaterThan(BUFFER / 2);
  }

  @Test
  void saysThatAFormIsCutOffWhereverItEnds() {
    byte[] form = form().field("a", "1").file("file", bytes("photo")).end();
    int whole = form.length - "\r\n".length();
    for (int length = 0; length < whole; length++) {
      assertThat(ReadForm.of(Arrays.copyOf(form, length)).rejection())
          .as("%d bytes", length)
          .isInstanceOf(UploadRejection.CutOff.class);
    }
    assertThat(ReadForm.of(Arrays.copyOf(form, whole)).rejection()).isNull();
  }

  @Test
  void skipsWhatStandsBeforeAndAfterTheForm() {
    var form =
        form()
            .raw("This is a form.\r\n")
            .file("file", bytes("photo"))
            .raw("--" + BOUNDARY + "--\r\nThat was a form.\r\n--" + BOUNDARY + "\r\n");
    assertThat(ReadForm.of(form.bytes()).file()).isEqualTo("photo");
  }

  @Test
  void skipsSpacesAfterABoundaryAndJoinsFoldedHeaders() {
    var form =
        form()
            .raw(
                "--"
                    + BOUNDARY
                    + " \t\r\ncontent-DISPOSITION:form-data;\r\n  name=file\r\n\r\nphoto\r\n")
            .raw("--" + BOUNDARY + "--");
    assertThat(ReadForm.of(form.bytes()).file()).isEqualTo("photo");
  }

  @Test
  void readsAPartThatEndsWithItsHeaders() {
    var form =
        form()
            .raw("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n")
            .raw("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"\r\n")
            .raw("\r\n\r\n--" + BOUNDARY + "--");
    ReadForm read = ReadForm.of(form.bytes());
    assertThat(read.rejection()).isNull();
    assertThat(read.fields()).containsEntry("a", "");
    assertThat(read.file()).isEmpty();
  }

  @Test
  void refusesTextRightAfterABoundary() {
    var form = form().file("file", bytes("photo\r\n--" + BOUNDARY + "x\r\nmore")).end();
    assertThat(ReadForm.of(form).rejection()).isInstanceOf(UploadRejection.Malformed.class);
  }

  @Test
  void refusesABodyWithoutAnyBoundary() {
    byte[] body = bytes("x".repeat(1_000_000));
    assertThat(ReadForm.of(body).rejection()).isInstanceOf(UploadRejection.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=\"a\0b\"",
        "Content-Disposition: form-data; name=\"a\nX: y\"",
        "Content-Disposition: form-data; name=\"a\rb\"",
        "Content-Disposition: form-data",
        "Content-Disposition: attachment; name=\"a\"",
        "Content-Disposition",
        ": form-data; name=\"a\"",
        "X-Nothing: here",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: Multipart/mixed; boundary=x",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64"
      })
  void refusesPartsThatAreNoFields(String headers) {
    byte[] form = form().part(headers, bytes("1")).file("file", bytes("photo")).end();
    assertThat(ReadForm.of(form).rejection()).isInstanceOf(UploadRejection.Malformed.class);
  }

  @Test
  void takesHeadersUpToTheirLimitOnly() {
    String disposition = "Content-Disposition: form-data; name=\"file\"\r\nX: ";
    int room = MultipartReader.MAX_HEADER_BYTES - disposition.length() - "\r\n".length();
    byte[] fits = form().part(disposition + "y".repeat(room), bytes("photo")).end();
    byte[] tooLong = form().part(disposition + "y".repeat(room + 1), bytes("photo")).end();
    assertThat(ReadForm.of(fits).file()).isEqualTo("photo");
    assertThat(ReadForm.of(tooLong).rejection()).isInstanceOf(UploadRejection.Malformed.class);
  }

  /// Bytes of which every few look like the beginning of a boundary.
  private static String tricky(Random random) {
    var text = new StringBuilder();
    int pieces = random.nextInt(30);
    for (int i = 0; i < pieces; i++) {
      switch (random.nextInt(6)) {
        case 0 -> text.append(ALMOST, 0, random.nextInt(ALMOST.length() + 1));
        case 1 -> text.append("\r\n");
        case 2 -> text.append('\r');
        case 3 -> text.append('\n').append("--").append(BOUNDARY);
        case 4 -> text.append('-');
        default -> text.append((char) random.nextInt(256));
      }
    }
    String whole = "\r\n--" + BOUNDARY;
    for (int at = text.indexOf(whole); at >= 0; at = text.indexOf(whole)) {
      text.deleteCharAt(at);
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
