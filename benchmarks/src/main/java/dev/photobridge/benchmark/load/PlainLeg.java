package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.fake.GeminiJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/// The least that it takes with the same HTTP client: the request's bytes are ready in memory, the
/// answer's are thrown away.
final class PlainLeg implements ProviderLeg {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;

  PlainLeg(URI service, Path photo) throws IOException {
    request =
        HttpRequest.newBuilder(service.resolve("/v1beta/models/gemini-3-pro-image:generateContent"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(GeminiJson.request(Files.readAllBytes(photo))))
            .build();
  }

  @Override
  public void call() throws IOException, InterruptedException {
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("no image came: status " + status);
    }
  }
}
