package dev.photobridge.app.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The request that DSLR Remote Pro 3.30.2 was recorded with, field by field (specification S0,
/// "Ingest").
public final class DslrRequest {
  private static final String BOUNDARY = "------------090306000104030805010400";

  private final Map<String, String> fields;
  private final byte[] photo;

  private DslrRequest(Map<String, String> fields, byte[] photo) {
    this.fields = fields;
    this.photo = photo;
  }

  /// The recorded fields around this photo.
  public static DslrRequest of(byte[] photo, String password) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("time", "1758217512");
    fields.put("user_id", "Acer");
    fields.put("id", "CY04N068111304S2L_00000001.");
    fields.put("profile", "C:\\Users\\Acer\\Documents\\PhotoboothImages\\setup_Serg.xml");
    fields.put("status", "C:\\Users\\Acer\\Documents\\PhotoboothImages\\screenSerg\\preview.jpg");
    fields.put("hash", "7b6c683e1d3fd29c8701791c54e3c12a236f5a5b");
    fields.put("name", "DESKTOP-K968T3F");
    fields.put("model", "Windows");
    fields.put("version", "3.30.2");
    fields.put("password", password);
    return new DslrRequest(fields, photo);
  }

  /// Sends it, with `Expect: 100-continue` as recorded.
  public HttpResponse<byte[]> send(HttpClient client, URI link)
      throws IOException, InterruptedException {
    return client.send(request(link), BodyHandlers.ofByteArray());
  }

  /// The request.
  public HttpRequest request(URI link) {
    return HttpRequest.newBuilder(link)
        .header("Content-Type", contentType())
        .expectContinue(true)
        .POST(BodyPublishers.ofByteArray(body()))
        .build();
  }

  /// Its content type.
  public static String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  /// Its body.
  public byte[] body() {
    var body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, name, value)));
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"fileToUpload\"; filename=\"%s\"\r\nContent-Type: image/jpeg\r\n\r\n"
            .formatted(BOUNDARY, "IMG_0003.JPG"));
    body.writeBytes(photo);
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
