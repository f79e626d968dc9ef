package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.domain.job.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// Exchanges requests and answers with one provider on the caller's thread, each within a deadline
/// that covers all of it: connecting, sending, waiting, reading. Connections are kept for further
/// calls. Safe for use by many threads.
public final class ProviderHttpClient implements AutoCloseable {
  private static final int PROXY_WANTS_LOGIN = 407;

  private final HttpClient client;
  private final Optional<HttpProxy> proxy;
  private final ConnectionTrouble trouble;
  private final NameLookup names;
  private final AnswerDates dates = new AnswerDates(System::nanoTime);

  /// A client for one provider.
  public ProviderHttpClient(ConnectionSettings settings) {
    this(settings, newHttpClient(settings).build(), InetAddress::getAllByName);
  }

  ProviderHttpClient(ConnectionSettings settings, HttpClient client, NameLookup.Names names) {
    this.client = client;
    this.proxy = settings.proxy();
    this.trouble = new ConnectionTrouble(proxy);
    this.names = new NameLookup(client, names);
  }

  /// An HTTP client as providers need it: HTTP/1.1, since calls last for seconds and gain nothing
  /// from sharing a connection; redirects are not followed, since they would carry the key
  /// elsewhere; work beside the caller's runs on virtual threads.
  static HttpClient.Builder newHttpClient(ConnectionSettings settings) {
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    settings.proxy().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy.address())));
    return builder;
  }

  /// What time it is at the provider, to the second, by its latest answer; empty where none told
  /// the time.
  public Optional<Instant> timeThere() {
    return dates.now();
  }

  /// Ends what is under way and closes the connections.
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  /// Sends a `POST` with this body, which is read piece by piece, and reads the answer.
  ///
  /// @param request address and headers
  /// @throws UncheckedIOException when our own files fail us
  /// @throws InterruptedException when the thread is interrupted; the exchange is then broken off
  public <T> ExchangeOutcome<T> post(
      HttpRequest.Builder request, ByteSource body, Deadline deadline, AnswerReader<T> reader)
      throws InterruptedException {
    try (var outgoing = new OutgoingBody(body)) {
      var outcome = exchange(request.POST(outgoing.publisher()), deadline, reader, _ -> true);
      if (outcome instanceof ExchangeOutcome.Broken<T> && outgoing.trouble().isPresent()) {
        throw new UncheckedIOException("can't read the photo to send", outgoing.trouble().get());
      }
      return outcome;
    }
  }

  /// Sends a `GET` and reads the answer.
  ///
  /// @param request address and headers
  /// @throws InterruptedException when the thread is interrupted; the exchange is then broken off
  public <T> ExchangeOutcome<T> get(
      HttpRequest.Builder request, Deadline deadline, AnswerReader<T> reader)
      throws InterruptedException {
    return get(request, deadline, reader, _ -> true);
  }

  /// Sends a `GET`, unless the host has an address where it must not go, and reads the answer.
  /// Where a proxy looks the name up, its addresses are the proxy's affair.
  ///
  /// @param request address and headers
  /// @param allowed tells whether to go to an address
  /// @throws InterruptedException when the thread is interrupted; the exchange is then broken off
  <T> ExchangeOutcome<T> get(
      HttpRequest.Builder request,
      Deadline deadline,
      AnswerReader<T> reader,
      Predicate<InetAddress> allowed)
      throws InterruptedException {
    return exchange(request.GET(), deadline, reader, allowed);
  }

  private <T> ExchangeOutcome<T> exchange(
      HttpRequest.Builder builder,
      Deadline deadline,
      AnswerReader<T> reader,
      Predicate<InetAddress> allowed)
      throws InterruptedException {
    proxy
        .flatMap(HttpProxy::authorization)
        .ifPresent(login -> builder.setHeader("Proxy-Authorization", login));
    Duration left = deadline.left();
    if (!left.isPositive()) {
      return broken(trouble.outOfTime(builder.build().uri()));
    }
    HttpRequest request = builder.timeout(left).build();
    try {
      if (!names.await(request.uri(), left).stream().allMatch(allowed)) {
        return broken(ConnectionTrouble.forbidden(request.uri()));
      }
      return answer(request, deadline, reader);
    } catch (UnusableAnswerException e) {
      return broken(e.failure());
    } catch (IOException e) {
      throwIfInterrupted();
      return broken(
          deadline.hasPassed() ? trouble.outOfTime(request.uri()) : trouble.of(request.uri(), e));
    } catch (UncheckedIOException e) {
      throwIfInterrupted();
      throw e;
    }
  }

  private <T> ExchangeOutcome<T> answer(
      HttpRequest request, Deadline deadline, AnswerReader<T> reader)
      throws IOException, InterruptedException, UnusableAnswerException {
    HttpResponse<InputStream> response = sent(request);
    dates.note(response.headers());
    // the request's own timeout ends with the headers
    try (InputStream body = response.body();
        var _ = deadline.cutOff(body)) {
      return response.statusCode() == PROXY_WANTS_LOGIN
          ? broken(trouble.proxyWantsLogin())
          : new ExchangeOutcome.Answered<>(
              reader.read(response.statusCode(), response.headers(), body));
    }
  }

  private HttpResponse<InputStream> sent(HttpRequest request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<InputStream>> response =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      return response.get();
    } catch (InterruptedException e) {
      response.cancel(true);
      // an answer that began at this very moment was not cancelled, and would keep its connection
      var _ = response.thenAccept(begun -> close(begun.body()));
      throw e;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case RuntimeException bug -> throw bug;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException _) {
      // it is closed all the same
    }
  }

  /// Files and streams answer an interruption with an `IOException` of their own.
  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("broken off during a provider's call");
    }
  }

  private static <T> ExchangeOutcome<T> broken(JobFailure failure) {
    return new ExchangeOutcome.Broken<>(failure);
  }
}
