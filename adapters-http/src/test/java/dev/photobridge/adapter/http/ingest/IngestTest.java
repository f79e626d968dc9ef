package dev.photobridge.adapter.http.ingest;

import static dev.photobridge.adapter.http.testing.FormText.BOUNDARY;
import static dev.photobridge.adapter.http.testing.FormText.form;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A server whose ingest links lead to a [FakeIngest].
abstract class IngestTest {
  static final String LINK = "/ingest/slot-001";
  static final byte[] PHOTO = "a photo".getBytes(ISO_8859_1);

  FakeIngest ingest;
  TestServer server;

  @BeforeEach
  void startServer() {
    ingest = new FakeIngest();
    server = server();
  }

  /// Starts the server; a test may add handlers to it.
  TestServer server() {
    return TestServer.start(TestHandlers.of(handler()));
  }

  final IngestHandler handler() {
    return new IngestHandler(ingest, room());
  }

  /// More than any test needs, unless it says otherwise.
  IngestRoom room() {
    return new IngestRoom(10_000, 10_000);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /// The head of a request with a form of known length.
  static String head(String link, long length, String... headers) {
    return head(link, "Content-Length: " + length, headers);
  }

  static String head(String link, String lengthHeader, String... headers) {
    var head = new StringBuilder("POST " + link + " HTTP/1.1\r\nHost: localhost:8000\r\n");
    head.append("Content-Type: multipart/form-data; boundary=").append(BOUNDARY).append("\r\n");
    head.append(lengthHeader).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  /// Sends a whole form and reads the answer.
  RawResponse post(byte[] form, String... headers) throws IOException {
    return postTo(LINK, form, headers);
  }

  RawResponse postTo(String link, byte[] form, String... headers) throws IOException {
    try (RawClient client = server.connect()) {
      return client.send(head(link, form.length, headers)).send(form).read("POST", link);
    }
  }

  static byte[] goodForm() {
    return form().field("password", FakeIngest.PASSWORD).file("fileToUpload", PHOTO).end();
  }
}
