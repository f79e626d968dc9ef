package dev.photobridge.app.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
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
    return signedIn(server, client, 0);
  }

  /// Signs the second account in.
  public static Operator ofSecondAccount(RunningServer server, HttpClient client)
      throws IOException, InterruptedException {
    return signedIn(server, client, 1);
  }

  private static Operator signedIn(RunningServer server, HttpClient client, int number)
      throws IOException, InterruptedException {
    var account =
        server.server().credentials().passwords().entrySet().stream()
            .skip(number)
            .findFirst()
            .orElseThrow();
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

  /// What proves who it is.
  public String token() {
    return token;
  }

  /// Fetches something.
  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = getUnchecked(path);
    Contract.assertKeptBy(response);
    return response;
  }

  /// The same without holding the answer against the contract, for measurements.
  public HttpResponse<byte[]> getUnchecked(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofByteArray());
  }

  /// Fetches JSON.
  public JsonNode getJson(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  /// Opens a stream of events.
  public LiveEvents events(String path) throws IOException, InterruptedException {
    return LiveEvents.opened(
        client,
        HttpRequest.newBuilder(server.uri(path))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  /// Uploads an image.
  ///
  /// @return its media id
  public String register(byte[] image) throws IOException, InterruptedException {
    String boundary = "the-boundary-of-a-test";
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="image"\r
        Content-Type: image/jpeg\r
        \r
        """
            .formatted(boundary)
            .getBytes(UTF_8));
    body.writeBytes(image);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(server.uri("/api/media/register"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofByteArray());
    Contract.assertKeptBy(response);
    assertThat(response.statusCode()).isEqualTo(201);
    return JSON.readTree(response.body()).path("id").textValue();
  }

  /// Puts JSON.
  public HttpResponse<byte[]> put(String path, String json)
      throws IOException, InterruptedException {
    return sent("PUT", path, json);
  }

  /// Posts JSON.
  public HttpResponse<byte[]> post(String path, String json)
      throws IOException, InterruptedException {
    return sent("POST", path, json);
  }

  /// Posts nothing.
  public HttpResponse<byte[]> post(String path) throws IOException, InterruptedException {
    return withoutBody("POST", path);
  }

  /// Deletes something.
  public HttpResponse<byte[]> delete(String path) throws IOException, InterruptedException {
    return withoutBody("DELETE", path);
  }

  private HttpResponse<byte[]> withoutBody(String method, String path)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofByteArray());
    Contract.assertKeptBy(response);
    return response;
  }

  private HttpResponse<byte[]> sent(String method, String path, String json)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofByteArray());
  }
}
