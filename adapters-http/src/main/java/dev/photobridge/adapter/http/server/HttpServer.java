package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.ErrorResponses;
import dev.photobridge.adapter.http.ingest.IngestLog;
import dev.photobridge.adapter.http.metrics.RequestMeters;
import dev.photobridge.adapter.http.page.PageErrors;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.session.OperatorAccess;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/// The running HTTP server. Each request has a virtual thread of its own.
public final class HttpServer implements AutoCloseable {
  private static final int MAX_HEADER_BYTES = 16 * 1024;

  /// Jetty (12.1.12) keeps a request's buffer until it is answered, so a waiting booth costs as
  /// much; twice the size makes large uploads no faster that could be seen.
  private static final int INPUT_BUFFER_BYTES = 16 * 1024;

  /// So many may come in the same moment; Linux allows no more (its `net.core.somaxconn`).
  private static final int CONNECTIONS_TO_ACCEPT = 4096;

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /// Starts serving; returns when requests are taken.
  ///
  /// @param handlers answer the contract's operations
  /// @param pages for operators
  /// @param access tells who sends a request
  /// @param random for the ids of requests; safe for use by many threads
  /// @param meters counts what is answered
  /// @throws RuntimeException when the port is taken or forbidden
  public static HttpServer start(
      HttpServerSettings settings,
      HttpHandlers handlers,
      WebPages pages,
      OperatorAccess access,
      RandomGenerator random,
      RequestMeters meters) {
    var messages = new ErrorMessages();
    var responses = new ErrorResponses(messages);
    Javalin javalin =
        Javalin.create(
            config -> {
              PageRouter router = pages.router(config.routes, handlers.pageSession(), messages);
              pages.register(config.routes, router);
              defineRoutes(config, handlers, access);
              defineErrors(config, new ErrorEdge(responses, new PageErrors(router)));
              config.routes.after(meters);
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.concurrency.useVirtualThreads = true;
              config.http.prefer405over404 = true;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              configureJetty(config, settings, responses, random);
            });
    return new HttpServer(javalin.start());
  }

  /// The port it listens on.
  public int port() {
    return javalin.port();
  }

  /// Takes no more requests, lets those under way end as long as the settings say, and stops.
  @Override
  public void close() {
    javalin.stop();
  }

  private static void defineRoutes(
      JavalinConfig config, HttpHandlers handlers, OperatorAccess access) {
    var json = new Json();
    config.jsonMapper(json);
    handlers.routes(new JsonBodies(json.mapper())).register(config.routes);
    config.routes.beforeMatched(new AccessCheck(access));
    config.routes.after("/ingest/*", new IngestLog());
    config.routes.after(new RequestLog());
  }

  private static void defineErrors(JavalinConfig config, ErrorEdge errors) {
    config.routes.exception(Exception.class, errors::handle);
    // Javalin writes these itself unless they are named
    config.routes.exception(HttpResponseException.class, errors::handle);
  }

  private static void configureJetty(
      JavalinConfig config,
      HttpServerSettings settings,
      ErrorResponses responses,
      RandomGenerator random) {
    var headers = new SecurityHeaders(settings.publicOverHttps());
    var bare = new BareErrors(responses, new Json(), headers);
    config.router.javaLangErrorHandler(bare::write);
    config.jetty.modifyServer(server -> prepare(server, settings, bare));
    config.jetty.modifyHttpConfiguration(HttpServer::limit);
    config.jetty.addConnector((server, http) -> connector(server, http, settings));
    config.jetty.modifyServletContextHandler(
        context -> {
          context.setErrorHandler(bare);
          addFilter(context, new RequestFilter(random, headers));
        });
  }

  private static void prepare(Server server, HttpServerSettings settings, BareErrors bare) {
    server.setErrorHandler(bare);
    server.setStopTimeout(settings.stopTimeout().toMillis());
    server.insertHandler(new GracefulHandler());
    // it would cut uploads after a second whenever it finds the machine busy
    server.getBeans(LowResourceMonitor.class).forEach(server::removeBean);
  }

  private static void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setInputBufferSize(INPUT_BUFFER_BYTES);
  }

  private static Connector connector(
      Server server, HttpConfiguration http, HttpServerSettings settings) {
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(CONNECTIONS_TO_ACCEPT);
    connector.setIdleTimeout(settings.idleTimeout().toMillis());
    return connector;
  }

  private static void addFilter(ServletContextHandler context, RequestFilter filter) {
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
  }
}
