package dev.photobridge.fault.booth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.fault.photo.Digest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// One photo booth: posts a photo, waits, and tells what it got. For one thread, but for
/// [#leave()].
final class Booth {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final String password;
  private final Duration patience;
  private final InstantSource clock;
  private volatile @Nullable CompletableFuture<HttpResponse<byte[]>> waiting;

  /// @param patience how long it waits for an answer
  Booth(String name, String password, Duration patience, InstantSource clock) {
    this.name = name;
    this.password = password;
    this.patience = patience;
    this.clock = clock;
  }

  /// Posts a photo and waits.
  PostOutcome post(URI link, int number, byte[] photo) throws InterruptedException {
    byte[] body = BoothForm.body(number, photo, password, name, clock.instant());
    // without Expect: 100-continue, as this client takes a late 100 for the answer
    HttpRequest request =
        HttpRequest.newBuilder(link)
            .header("Content-Type", "multipart/form-data; boundary=" + BoothForm.BOUNDARY)
            .timeout(patience)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    // a connection for each photo: what became of an earlier one must not blur what becomes of this
    try (HttpClient client = newClient()) {
      return outcome(client.sendAsync(request, BodyHandlers.ofByteArray()));
    }
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  private PostOutcome outcome(CompletableFuture<HttpResponse<byte[]>> answer)
      throws InterruptedException {
    waiting = answer;
    try {
      return outcome(answer.get());
    } catch (CancellationException _) {
      return new PostOutcome.LeftByBooth();
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case ConnectException _ -> new PostOutcome.NotConnected();
        case HttpConnectTimeoutException _ -> new PostOutcome.NotConnected();
        case CancellationException _ -> new PostOutcome.LeftByBooth();
        case null -> new PostOutcome.Broken("?");
        case Throwable cause -> new PostOutcome.Broken(cause.toString());
      };
    } finally {
      waiting = null;
    }
  }

  /// Goes away, if it waits for an answer.
  void leave() {
    CompletableFuture<?> answer = waiting;
    if (answer != null) {
      answer.cancel(true);
    }
  }

  private static PostOutcome outcome(HttpResponse<byte[]> response) {
    if (response.statusCode() == 200) {
      return new PostOutcome.Processed(
          response.headers().firstValue("X-Photobridge-Job").orElse(""),
          Digest.of(response.body()));
    }
    JsonNode error = error(response.body());
    return new PostOutcome.Refused(
        response.statusCode(),
        error.path("code").textValue(),
        error.path("details").path("job_id").textValue());
  }

  private static JsonNode error(byte[] body) {
    try {
      return JSON.readTree(body).path("error");
    } catch (IOException _) {
      return JSON.missingNode();
    }
  }
}
