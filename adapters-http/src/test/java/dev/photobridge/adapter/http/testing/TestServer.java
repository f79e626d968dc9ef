package dev.photobridge.adapter.http.testing;

import dev.photobridge.adapter.http.call.SignedIn;
import dev.photobridge.adapter.http.metrics.RequestMeters;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Templates;
import dev.photobridge.adapter.http.server.HttpHandlers;
import dev.photobridge.adapter.http.server.HttpServer;
import dev.photobridge.adapter.http.server.HttpServerSettings;
import dev.photobridge.adapter.http.server.WebPages;
import dev.photobridge.adapter.http.session.OperatorAccess;
import dev.photobridge.adapter.http.session.OperatorAccess.AccessOutcome;
import dev.photobridge.adapter.http.session.RequestCredentials;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.OperatorSession;
import dev.photobridge.domain.account.SessionId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// A server on a free port of this computer.
public final class TestServer implements AutoCloseable {
  /// The header value with which `serg` is signed in by [#start(HttpHandlers)].
  public static final String SERGS_TOKEN = "Bearer sergs-token";

  /// The header `Cookie` of a browser in which `serg` is signed in.
  public static final String SERGS_COOKIE = "photobridge_session=sergs-cookie";

  /// When pages are drawn.
  public static final Instant NOW = Instant.parse("2026-05-01T18:00:00Z");

  private static final Templates TEMPLATES = Templates.ofProgram();

  private static final SignedIn SERG =
      new SignedIn(
          new OperatorSession(
              new SessionId(new UUID(0, 1)), new AccountName("serg"), Instant.EPOCH),
          Instant.MAX);

  private final HttpServer server;

  private TestServer(HttpServer server) {
    this.server = server;
  }

  /// Starts with these handlers; tokens are known by their text.
  public static TestServer start(HttpHandlers handlers) {
    return start(handlers, TestServer::check, Duration.ofSeconds(30));
  }

  /// As [#start(HttpHandlers)], counting here.
  public static TestServer start(HttpHandlers handlers, RequestMeters meters) {
    return start(handlers, TestServer::check, settings(false, Duration.ofSeconds(30)), meters);
  }

  /// Starts with these handlers and rules.
  public static TestServer start(
      HttpHandlers handlers, OperatorAccess access, Duration idleTimeout) {
    return start(handlers, access, settings(false, idleTimeout), uncounted());
  }

  /// Starts with these handlers as if there were a proxy before it that speaks https.
  public static TestServer startBehindHttps(HttpHandlers handlers) {
    return start(handlers, TestServer::check, settings(true, Duration.ofSeconds(30)), uncounted());
  }

  /// Starts with these handlers and pages. Browsers are signed in as `serg` by [#SERGS_COOKIE].
  public static TestServer start(HttpHandlers handlers, PageRoutes... pages) {
    return new TestServer(
        HttpServer.start(
            settings(false, Duration.ofSeconds(30)),
            handlers,
            pages(pages),
            TestServer::check,
            new Random(1),
            uncounted()));
  }

  private static WebPages pages(PageRoutes... pages) {
    return new WebPages(TEMPLATES, List.of(pages), InstantSource.fixed(NOW));
  }

  private static TestServer start(
      HttpHandlers handlers,
      OperatorAccess access,
      HttpServerSettings settings,
      RequestMeters meters) {
    WebPages pages = pages();
    return new TestServer(
        HttpServer.start(settings, handlers, pages, access, new Random(1), meters));
  }

  private static RequestMeters uncounted() {
    return new RequestMeters(new SimpleMeterRegistry());
  }

  private static HttpServerSettings settings(boolean https, Duration idleTimeout) {
    return new HttpServerSettings("127.0.0.1", 0, https, idleTimeout, Duration.ofSeconds(5));
  }

  /// The port it listens on.
  public int port() {
    return server.port();
  }

  /// A new connection to it.
  public RawClient connect() throws IOException {
    return new RawClient(port());
  }

  @Override
  public void close() {
    server.close();
  }

  /// Knows the tokens of [#SERGS_TOKEN] and `Bearer old-token`.
  public static AccessOutcome check(RequestCredentials credentials) {
    String cookie = credentials.cookies().get("photobridge_session");
    if (cookie != null) {
      return ofCookie(cookie, credentials);
    }
    return switch (credentials.authorization().orElse("")) {
      case SERGS_TOKEN -> new AccessOutcome.Granted(SERG);
      case "" -> new AccessOutcome.TokenMissing();
      case "Bearer old-token" -> new AccessOutcome.TokenExpired();
      default -> new AccessOutcome.TokenInvalid();
    };
  }

  private static AccessOutcome ofCookie(String cookie, RequestCredentials credentials) {
    if (!SERGS_COOKIE.endsWith(cookie)) {
      return new AccessOutcome.TokenExpired();
    }
    return credentials.changesNothing()
            || credentials.csrfToken().equals(Optional.of(FakePageSession.CSRF_TOKEN))
        ? new AccessOutcome.Granted(SERG)
        : new AccessOutcome.CsrfTokenInvalid();
  }
}
