package dev.photobridge.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A small site with one fault a page, under the policy of our pages.
final class FaultyPages implements AutoCloseable {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en"><head><title>Faulty</title><link rel="icon" href="data:,">%s</head>
      <body><main><h1>Faulty</h1>%s</main></body></html>
      """;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'";

  private static final Map<String, String> PAGES =
      Map.of(
          "/faultless", FRAME.formatted("", "<p>Nothing is wrong here.</p>"),
          "/inline-style", FRAME.formatted("", "<p style='color: red'>Red</p>"),
          "/inline-script", FRAME.formatted("<script>let a;</script>", ""),
          "/throws", FRAME.formatted("<script src='/throws.js'></script>", ""),
          "/logs", FRAME.formatted("<script src='/logs.js'></script>", ""),
          "/refused-by-htmx", FRAME.formatted("<script src='/htmx.js' defer></script>", ""),
          "/missing", FRAME.formatted("", "<img alt='A photo' src='/nowhere.png'>"),
          "/nameless", FRAME.formatted("", "<button></button>"),
          "/wide", FRAME.formatted("", "<table width='3000'><tr><td>Wide</table>"),
          "/unfocused", FRAME.formatted("", "<button>Press</button>"));

  private static final Map<String, String> SCRIPTS =
      Map.of(
          "/throws.js", "throw new Error('thrown on purpose')",
          "/logs.js", "console.error('logged on purpose')",
          "/htmx.js",
              "document.body.dispatchEvent(new CustomEvent('htmx:evalDisallowedError',"
                  + " {bubbles: true}))");

  private final HttpServer server;

  FaultyPages() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", FaultyPages::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String script = SCRIPTS.get(path);
    String body = script == null ? PAGES.get(path) : script;
    byte[] bytes = (body == null ? "nothing" : body).getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add("Content-Type", (script == null ? "text/html" : "text/javascript") + ";charset=utf-8");
    exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
    exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
