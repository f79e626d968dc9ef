package dev.photobridge.fault.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.domain.slot.SlotId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/// The operator of the first account, by the API of one node.
public final class Operator implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI node;
  private final String token;

  /// Signs in.
  ///
  /// @param secrets the installation's secrets file
  Operator(URI node, Path secrets) throws IOException, InterruptedException {
    this.node = node;
    Map.Entry<String, JsonNode> user =
        JSON.readTree(secrets.toFile()).path("users").properties().iterator().next();
    String login =
        JSON.writeValueAsString(
            Map.of("username", user.getKey(), "password", user.getValue().textValue()));
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(node.resolve("/api/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(login))
                .build(),
            BodyHandlers.ofByteArray());
    token = JSON.readTree(expected(answer).body()).path("access_token").textValue();
  }

  /// Sets a slot up to ask Gemini.
  void setUp(int slot) throws IOException, InterruptedException {
    String setup =
        JSON.writeValueAsString(
            Map.of(
                "name",
                "Slot " + slot,
                "provider_id",
                "gemini",
                "operation_id",
                "change_image",
                "settings_json",
                Map.of("prompt", "Redraw the photo as a comic page")));
    expected(
        client.send(
            request("/api/slots/" + SlotId.number(slot))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(setup))
                .build(),
            BodyHandlers.ofByteArray()));
  }

  /// The result of a job.
  ///
  /// @return status and body
  public HttpResponse<byte[]> result(String job) throws IOException, InterruptedException {
    return client.send(request("/api/jobs/" + job + "/result").build(), BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(node.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<byte[]> expected(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() >= 300) {
      throw new IOException(
          answer.request().uri() + " answered " + answer.statusCode() + ", where it must succeed");
    }
    return answer;
  }
}
