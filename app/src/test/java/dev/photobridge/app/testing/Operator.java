package dev.photobridge.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// A signed-in operator, by the API.
public final class Operator {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningServer server;
  private final HttpClient client;
  private final String token;

  private Operator(RunningServer server, HttpClient client, String token) {
    this.server = server;
    this.client = client;
    this.token = token;
  }

  /// Signs the first account in.
  public static Operator signedIn(RunningServer server, HttpClient client)
      throws IOException, InterruptedException {
    var account = server.server().credentials().passwords().entrySet().iterator().next();
    String body =
        JSON.writeValueAsString(
            Map.of("username", account.getKey().value(), "password", account.getValue()));
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(server.uri("/api/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(response);
    String token = JSON.readTree(response.body()).path("access_token").textValue();
    return new Operator(server, client, token);
  }

  /// Fetches something.
  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofByteArray());
    Contract.assertKeptBy(response);
    return response;
  }

  /// Fetches JSON.
  public JsonNode getJson(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  /// Puts JSON.
  public HttpResponse<byte[]> put(String path, String json)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofByteArray());
  }
}
