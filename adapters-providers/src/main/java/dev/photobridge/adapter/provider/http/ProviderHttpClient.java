package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.domain.job.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;

/// Exchanges requests and answers with one provider on the caller's thread, each within a deadline
/// that covers all of it: connecting, sending, waiting, reading. Connections are kept for further
/// calls. Requests and headers are described by the JDK's types. An interruption breaks an exchange
/// off on virtual threads; on others it waits for the deadline. Safe for use by many threads.
public final class ProviderHttpClient implements AutoCloseable {
  private static final int PROXY_WANTS_LOGIN = 407;

  private final CloseableHttpClient client;
  private final Optional<HttpProxy> proxy;
  private final ConnectionTrouble trouble;
  private final NameLookup names;
  private final FoundAddresses found = new FoundAddresses();
  private final AnswerDates dates = new AnswerDates(System::nanoTime);

  /// A client for one provider.
  public ProviderHttpClient(ConnectionSettings settings) {
    this(settings, trustedByTheJvm(), InetAddress::getAllByName);
  }

  ProviderHttpClient(ConnectionSettings settings, SSLContext tls, NameLookup.Names names) {
    ProxySelector proxies = proxies(settings);
    this.proxy = settings.proxy();
    this.trouble = new ConnectionTrouble(proxy);
    this.names = new NameLookup(proxies, settings.connectTimeout(), names);
    this.client = ProviderConnections.open(settings, tls, proxies, found);
  }

  private static ProxySelector proxies(ConnectionSettings settings) {
    ProxySelector byTheJvm = ProxySelector.getDefault();
    return settings
        .proxy()
        .map(proxy -> ProxySelector.of(proxy.address()))
        .orElse(byTheJvm == null ? ProxySelector.of(null) : byTheJvm);
  }

  private static SSLContext trustedByTheJvm() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JVM has no TLS", e);
    }
  }

  /// What time it is at the provider, to the second, by its latest answer; empty where none told
  /// the time.
  public Optional<Instant> timeThere() {
    return dates.now();
  }

  /// Ends what is under way and closes the connections.
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  /// Sends a `POST` with this body, which is read piece by piece, and reads the answer.
  ///
  /// @param request address and headers
  /// @throws UncheckedIOException when our own files fail us
  /// @throws InterruptedException when the thread is interrupted; the exchange is then broken off
  public <T> ExchangeOutcome<T> post(
      HttpRequest.Builder request, ByteSource body, Deadline deadline, AnswerReader<T> reader)
      throws InterruptedException {
    HttpRequest described = request.build();
    var outgoing = new OutgoingBody(body);
    var post = new HttpPost(described.uri());
    post.setEntity(outgoing);
    var context = HttpClientContext.create();
    outgoing.putInto(context);
    var outcome = exchange(described, post, context, deadline, reader, _ -> true);
    if (outcome instanceof ExchangeOutcome.Broken<T> && outgoing.trouble().isPresent()) {
      throw new UncheckedIOException("can't read the photo to send", outgoing.trouble().get());
    }
    return outcome;
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
    HttpRequest described = request.build();
    var get = new HttpGet(described.uri());
    return exchange(described, get, HttpClientContext.create(), deadline, reader, allowed);
  }

  private <T> ExchangeOutcome<T> exchange(
      HttpRequest described,
      HttpUriRequestBase request,
      HttpClientContext context,
      Deadline deadline,
      AnswerReader<T> reader,
      Predicate<InetAddress> allowed)
      throws InterruptedException {
    URI address = described.uri();
    Duration left = deadline.left();
    if (!left.isPositive()) {
      return broken(trouble.outOfTime(address));
    }
    addHeaders(described, request);
    try {
      NameLookup.Found way = names.await(address, left);
      if (way.atProvider() && !way.addresses().stream().allMatch(allowed)) {
        return broken(ConnectionTrouble.forbidden(address));
      }
      return answer(request, context, way.addresses(), deadline, reader);
    } catch (UnusableAnswerException e) {
      return broken(e.failure());
    } catch (IOException e) {
      throwIfInterrupted();
      return broken(deadline.hasPassed() ? trouble.outOfTime(address) : trouble.of(address, e));
    } catch (UncheckedIOException e) {
      throwIfInterrupted();
      throw e;
    }
  }

  private void addHeaders(HttpRequest described, HttpUriRequestBase request) {
    described
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
    if ("http".equalsIgnoreCase(described.uri().getScheme())) {
      // through a tunnel it would reach the provider
      proxy
          .flatMap(HttpProxy::authorization)
          .ifPresent(login -> request.setHeader("Proxy-Authorization", login));
    }
  }

  private <T> ExchangeOutcome<T> answer(
      HttpUriRequestBase request,
      HttpClientContext context,
      List<InetAddress> addresses,
      Deadline deadline,
      AnswerReader<T> reader)
      throws IOException, UnusableAnswerException {
    try (var _ = deadline.cutOff(request::cancel)) {
      ClassicHttpResponse response =
          found.over(addresses, () -> client.executeOpen(null, request, context));
      HttpHeaders headers = headers(response);
      dates.note(headers);
      return response.getCode() == PROXY_WANTS_LOGIN
          ? broken(trouble.proxyWantsLogin())
          : new ExchangeOutcome.Answered<>(
              reader.read(response.getCode(), headers, body(response)));
    } finally {
      // without effect on a connection whose answer was read to its end
      request.cancel();
    }
  }

  private static InputStream body(ClassicHttpResponse response) throws IOException {
    HttpEntity body = response.getEntity();
    return body == null ? InputStream.nullInputStream() : body.getContent();
  }

  private static HttpHeaders headers(ClassicHttpResponse response) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      if (!header.getName().isBlank() && header.getValue() != null) {
        values.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(header.getValue());
      }
    }
    return HttpHeaders.of(values, (_, _) -> true);
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
