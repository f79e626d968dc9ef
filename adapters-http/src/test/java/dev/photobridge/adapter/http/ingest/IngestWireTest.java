package dev.photobridge.adapter.http.ingest;

import static dev.photobridge.adapter.http.testing.FormText.BOUNDARY;
import static dev.photobridge.adapter.http.testing.FormText.form;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.UploadOutcome;
import dev.photobridge.application.port.in.UploadRejection;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What happens on the wire before a photo is taken in.
class IngestWireTest extends IngestTest {
  private static final String EXPECT = "Expect: 100-continue";

  @Test
  void takesTheRequestOfDslrRemoteProFieldByField() throws IOException {
    Map<String, String> fields =
        Map.of(
            "time", "1758217512",
            "user_id", "Acer",
            "id", "CY04N068111304S2L_00000001.",
            "profile", "C:\\Users\\Acer\\Documents\\PhotoboothImages\\setup_Serg.xml",
            "status", "C:\\Users\\Acer\\Documents\\PhotoboothImages\\screenSerg\\preview.jpg",
            "hash", "7b6c683e1d3fd29c8701791c54e3c12a236f5a5b",
            "name", "DESKTOP-K968T3F",
            "model", "Windows",
            "version", "3.30.2");
    var form = form();
    fields.forEach(form::field);
    byte[] body =
        form.field("password", FakeIngest.PASSWORD)
            .part(
                "Content-Disposition: form-data; name=\"fileToUpload\";"
                    + " filename=\"IMG_0003.JPG\"\r\n"
                    + "Content-Type: image/jpeg",
                "x".repeat(51_977).getBytes(ISO_8859_1))
            .end();
    String link = LINK + "?session=42";
    try (RawClient client = server.connect()) {
      client.send(head(link, body.length, EXPECT));
      assertThat(client.readUnchecked().status()).isEqualTo(100);
      RawResponse response = client.send(body).read("POST", link);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.text()).isEqualTo("processed photo");
      assertThat(response.header("Content-Type")).contains("image/jpeg");
      assertThat(response.header("Content-Length")).contains("15");
      assertThat(response.header("X-Photobridge-Job")).contains(FakeIngest.JOB.toString());
    }
    FakeIngest.Taken taken = ingest.taken.remove();
    assertThat(taken.fields()).isEqualTo(fields);
    assertThat(taken.photo()).hasSize(51_977);
    assertThat(taken.command().query()).isEqualTo(Map.of("session", "42"));
    assertThat(taken.command().account()).isEmpty();
    assertThat(taken.command().stopwatch().elapsed()).isPositive();
  }

  @Test
  void neverAsksForTheBodyOfARequestForAnUnknownSlot() throws IOException {
    try (RawClient client = server.connect()) {
      client.send(head("/ingest/slot-099", 53_205, EXPECT));
      RawResponse response = client.read("POST", "/ingest/slot-099");
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.error("slot_not_found").at("/found").asText()).isEqualTo("slot-099");
      assertThat(client.readByte()).isEqualTo(-1);
    }
  }

  @Test
  void neverAsksForABodyThatSaysToBeTooLarge() throws IOException {
    long tooLong = FakeIngest.MAX_FILE.bytes() + 64 * 1024 + 1;
    try (RawClient client = server.connect()) {
      RawResponse response = client.send(head(LINK, tooLong, EXPECT)).read("POST", LINK);
      assertThat(response.status()).isEqualTo(413);
      assertThat(response.error("file_too_large").at("/limit").asLong())
          .isEqualTo(FakeIngest.MAX_FILE.bytes());
      assertThat(client.readByte()).isEqualTo(-1);
    }
  }

  @Test
  void answersAWrongPasswordBeforeThePhotoIsSent() throws IOException {
    byte[] beginning =
        form()
            .field("password", "654321")
            .raw("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"fileToUpload\"\r\n")
            .bytes();
    try (RawClient client = server.connect()) {
      RawResponse response = client.send(head(LINK, 900_000)).send(beginning).read("POST", LINK);
      assertThat(response.status()).isEqualTo(401);
      response.error("ingest_password_wrong");
    }
    assertThat(ingest.taken).isEmpty();
  }

  @Test
  void answersAClientThatSendsEverythingBeforeItReads() throws IOException {
    byte[] body = new byte[5_000_000];
    try (RawClient client = server.connect()) {
      RawResponse response =
          client
              .send(head("/ingest/slot-099", body.length))
              .send(body)
              .read("POST", "/ingest/slot-099");
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.header("Connection")).contains("close");
      assertThat(client.readByte()).isEqualTo(-1);
    }
  }

  @Test
  void takesPhotosInChunks() throws IOException {
    byte[] form = goodForm();
    try (RawClient client = server.connect()) {
      client.send(head(LINK, "Transfer-Encoding: chunked"));
      for (int at = 0; at < form.length; at += 10) {
        byte[] piece = Arrays.copyOfRange(form, at, Math.min(at + 10, form.length));
        client.send(Integer.toHexString(piece.length) + "\r\n").send(piece).send("\r\n");
      }
      assertThat(client.send("0\r\n\r\n").read("POST", LINK).status()).isEqualTo(200);
      assertThat(client.send(head(LINK, form.length)).send(form).read("POST", LINK).status())
          .as("the connection goes on")
          .isEqualTo(200);
    }
    assertThat(ingest.taken).extracting(FakeIngest.Taken::photo).containsOnly("a photo");
  }

  @Test
  void refusesChunksThatAreTooLargeTogether() throws IOException {
    byte[] piece = new byte[100_000];
    byte[] beginning =
        form()
            .field("password", FakeIngest.PASSWORD)
            .raw(
                "--"
                    + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\"fileToUpload\"\r\n\r\n")
            .bytes();
    try (RawClient client = server.connect()) {
      client.send(head(LINK, "Transfer-Encoding: chunked"));
      client.send(Integer.toHexString(beginning.length) + "\r\n").send(beginning).send("\r\n");
      for (int i = 0; i < 20; i++) {
        client.send(Integer.toHexString(piece.length) + "\r\n").send(piece).send("\r\n");
      }
      RawResponse response = client.read("POST", LINK);
      assertThat(response.status()).isEqualTo(413);
      response.error("file_too_large");
    }
  }

  @Test
  void saysThatAnUploadBrokeOff() throws IOException {
    byte[] form = goodForm();
    try (RawClient client = server.connect()) {
      client.send(head(LINK, form.length)).send(Arrays.copyOf(form, form.length / 2)).endSending();
      RawResponse response = client.read("POST", LINK);
      assertThat(response.status()).isEqualTo(400);
      response.error("upload_incomplete");
    }
    assertThat(ingest.uploads)
        .containsExactly(new UploadOutcome.Rejected(new UploadRejection.CutOff()));
  }

  @Test
  void saysThatAnUploadInChunksBrokeOff() throws IOException {
    try (RawClient client = server.connect()) {
      client.send(head(LINK, "Transfer-Encoding: chunked")).send("ffff\r\n--").endSending();
      assertThat(client.read("POST", LINK).status()).isEqualTo(400);
    }
  }

  @Test
  void refusesChunksThatAreNone() throws IOException {
    try (RawClient client = server.connect()) {
      client.send(head(LINK, "Transfer-Encoding: chunked")).send("no chunk\r\n");
      assertThat(client.read("POST", LINK).status()).isEqualTo(400);
    }
  }

  @Test
  void givesUpAnUploadThatStalls() throws IOException {
    try (TestServer impatient =
            TestServer.start(
                TestHandlers.of(handler()), TestServer::check, Duration.ofMillis(300));
        RawClient client = impatient.connect()) {
      client.send(head(LINK, 900_000)).send(form().field("a", "1").bytes());
      RawResponse response = client.read("POST", LINK);
      assertThat(response.status()).isEqualTo(400);
      response.error("upload_incomplete");
      assertThat(client.readByte()).isEqualTo(-1);
    }
  }

  @Test
  void refusesWhatIsNoForm() throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response =
          client.request("POST", LINK, "Content-Type: image/jpeg", "Content-Length: 0");
      assertThat(response.status()).isEqualTo(415);
      response.error("content_type_unsupported");
    }
    try (RawClient client = server.connect()) {
      RawResponse response =
          client.request("POST", LINK, "Content-Type: multipart/form-data", "Content-Length: 0");
      assertThat(response.status()).isEqualTo(400);
      response.error("multipart_invalid");
    }
  }
}
