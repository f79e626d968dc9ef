package dev.photobridge.app.booth;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Acts as DSLR Remote Pro: posts a photo to an ingest link, with `Expect: 100-continue`, and saves
/// what comes back.
public final class BoothClient implements AutoCloseable {
  private static final String BOUNDARY = "------------090306000104030805010400";
  private static final Map<String, String> EXTENSIONS =
      Map.of("image/jpeg", "jpg", "image/png", "png", "image/webp", "webp");

  private final HttpClient http;
  private final Duration patience;

  /// @param patience how long to wait for an answer, as the booth software does
  public BoothClient(Duration patience) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.patience = patience;
  }

  /// Posts a photo and waits.
  ///
  /// @param ingestLink as shown in the slot
  /// @param target where to save the processed photo, without an extension
  /// @throws IOException when the server can't be reached or the connection breaks
  public BoothReply post(URI ingestLink, BoothPhoto photo, Path target)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(ingestLink)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .expectContinue(true)
            .timeout(patience)
            .POST(body(photo))
            .build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        return new BoothReply.Refused(
            response.statusCode(), new String(body.readNBytes(10_000), StandardCharsets.UTF_8));
      }
      String type = response.headers().firstValue("Content-Type").orElse("");
      Path saved =
          target.resolveSibling(target.getFileName() + "." + EXTENSIONS.getOrDefault(type, "bin"));
      Files.copy(body, saved, StandardCopyOption.REPLACE_EXISTING);
      return new BoothReply.Photo(saved, Files.size(saved), type, substitution(response));
    }
  }

  private static BoothReply.@Nullable Substitution substitution(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("X-Photobridge-Failure")
        .map(
            failure ->
                new BoothReply.Substitution(
                    response.headers().firstValue("X-Photobridge-Reply").orElse("other photo"),
                    failure))
        .orElse(null);
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private static BodyPublisher body(BoothPhoto photo) throws IOException {
    var head = new StringBuilder();
    photo.fields().forEach((name, value) -> head.append(textPart(name, value)));
    head.append(fileHead(photo.photo().getFileName().toString()));
    return BodyPublishers.concat(
        BodyPublishers.ofString(head.toString()),
        BodyPublishers.ofFile(photo.photo()),
        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
  }

  private static String textPart(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private static String fileHead(String fileName) {
    String type = fileName.toLowerCase(Locale.ROOT).endsWith(".png") ? "image/png" : "image/jpeg";
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
        .formatted(BOUNDARY, BoothPhoto.FILE_FIELD, fileName.replace('"', '_'), type);
  }
}
