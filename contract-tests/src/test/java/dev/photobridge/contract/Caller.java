package dev.photobridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.testing.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Calls the server, holds each answer against the contract, and notes which status of which
/// operation was seen.
///
/// @param address where a path is
/// @param headers of every request
/// @param seen gets the statuses by operation
record Caller(
    HttpClient client,
    Function<String, URI> address,
    List<String> headers,
    Documented documented,
    Map<String, Set<Integer>> seen) {

  /// The same with this header more.
  Caller with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.addAll(List.of(name, value));
    return new Caller(client, address, more, documented, seen);
  }

  /// The same, but nobody is signed in.
  Caller anonymous() {
    return new Caller(client, address, List.of(), documented, seen);
  }

  Answer get(int status, String path) {
    return call(status, "GET", path, null);
  }

  Answer delete(int status, String path) {
    return call(status, "DELETE", path, null);
  }

  Answer post(int status, String path) {
    return call(status, "POST", path, null);
  }

  Answer post(int status, String path, String json) {
    return call(status, "POST", path, Body.json(json));
  }

  Answer put(int status, String path, String json) {
    return call(status, "PUT", path, Body.json(json));
  }

  /// Sends a request, which has to be answered with this status, as the contract says.
  Answer call(int status, String method, String path, @Nullable Body body) {
    HttpResponse<byte[]> response = send(request(method, path, body));
    assertThat(response.statusCode())
        .as("%s %s: %s", method, path, new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    Contract.assertKeptBy(response);
    note(method, path, status);
    return new Answer(response);
  }

  /// Opens a stream of events, without reading it.
  HttpResponse<InputStream> open(int status, String path) {
    try {
      HttpResponse<InputStream> response =
          client.send(request("GET", path, null), BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).as(path).isEqualTo(status);
      note("GET", path, status);
      return response;
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path, e);
    }
  }

  private void note(String method, String path, int status) {
    String operation = documented.operation(method, path.split("\\?", 2)[0]);
    seen.computeIfAbsent(operation, _ -> new TreeSet<>()).add(status);
  }

  private HttpRequest request(String method, String path, @Nullable Body body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.apply(path));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    if (body != null) {
      request.header("Content-Type", body.type());
    }
    return request
        .method(
            method,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes()))
        .build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(request.uri().toString(), e);
    }
  }
}
