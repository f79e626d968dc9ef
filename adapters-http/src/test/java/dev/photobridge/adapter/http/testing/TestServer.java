package dev.photobridge.adapter.http.testing;

import dev.photobridge.adapter.http.server.HttpHandlers;
import dev.photobridge.adapter.http.server.HttpServer;
import dev.photobridge.adapter.http.server.HttpServerSettings;
import dev.photobridge.adapter.http.session.TokenCheck;
import dev.photobridge.adapter.http.session.TokenChecker;
import dev.photobridge.domain.account.AccountName;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/// A server on a free port of this computer.
public final class TestServer implements AutoCloseable {
  /// The header value with which `serg` is signed in by [#start(HttpHandlers)].
  public static final String SERGS_TOKEN = "Bearer sergs-token";

  private final HttpServer server;

  private TestServer(HttpServer server) {
    this.server = server;
  }

  /// Starts with these handlers; tokens are known by their text.
  public static TestServer start(HttpHandlers handlers) {
    return start(handlers, TestServer::check, Duration.ofSeconds(30));
  }

  /// Starts with these handlers and rules.
  public static TestServer start(HttpHandlers handlers, TokenChecker tokens, Duration idleTimeout) {
    var settings = new HttpServerSettings("127.0.0.1", 0, idleTimeout, Duration.ofSeconds(5));
    return new TestServer(HttpServer.start(settings, handlers, tokens, new Random(1)));
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
  public static TokenCheck check(Optional<String> authorization) {
    return switch (authorization.orElse("")) {
      case SERGS_TOKEN -> new TokenCheck.Valid(new AccountName("serg"));
      case "" -> new TokenCheck.Missing();
      case "Bearer old-token" -> new TokenCheck.Expired();
      default -> new TokenCheck.Invalid();
    };
  }
}
