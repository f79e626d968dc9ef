package dev.photobridge.benchmark.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.domain.account.AccountName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// The slot that booths post to: Gemini changes the photo, and every photo is processed, however
/// often it comes.
///
/// @param ingestLink where to post
/// @param ingestPassword what to send with each photo
public record BenchmarkSlot(URI ingestLink, String ingestPassword) {
  private static final String PATH = "/api/slots/slot-001";

  /// Its model takes 4,096 pixels a side, so that photos of 12 megapixels are sent as they are.
  private static final String SLOT =
      """
      {"name": "Benchmark", "provider_id": "gemini", "operation_id": "change_image",
       "settings_json": {"prompt": "Make it a comic", "model": "gemini-3-pro-image"},
       "join_duplicates": false}
      """;

  /// Sets it up over HTTP, as an operator does.
  ///
  /// @throws IllegalStateException when the server refuses
  public static BenchmarkSlot setUp(PhotobridgeProcess server)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(server.base().resolve(PATH))
              .header("Authorization", "Bearer " + signIn(client, server))
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString(SLOT));
      text(client, request);
    }
    return of(server);
  }

  /// As it was set up at an earlier start.
  public static BenchmarkSlot of(PhotobridgeProcess server) {
    return new BenchmarkSlot(
        server.base().resolve("/ingest/slot-001"), server.credentials().ingestPassword());
  }

  private static String signIn(HttpClient client, PhotobridgeProcess server)
      throws IOException, InterruptedException {
    var json = new ObjectMapper();
    AccountName account = server.credentials().accounts().first();
    String login =
        json.createObjectNode()
            .put("username", account.value())
            .put("password", server.credentials().passwords().get(account))
            .toString();
    String answer =
        text(
            client,
            HttpRequest.newBuilder(server.base().resolve("/api/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(login)));
    return json.readTree(answer).path("access_token").asText();
  }

  private static String text(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "the slot can't be set up: %d %s".formatted(response.statusCode(), response.body()));
    }
    return response.body();
  }
}
