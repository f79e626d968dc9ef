package dev.photobridge.adapter.http.call;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// An answer that goes on: server-sent events (WHATWG HTML, section 9.2). Every call sends at once,
/// waits for a client that reads slowly, and fails where that takes longer than the server's idle
/// time, or where the client is gone. For one thread.
public final class EventStream {
  private final Context ctx;
  private final OutputStream out;

  private EventStream(Context ctx, OutputStream out) {
    this.ctx = ctx;
    this.out = out;
  }

  static EventStream begin(Context ctx) throws IOException {
    ctx.contentType("text/event-stream");
    ctx.header("Cache-Control", "no-store");
    // proxies such as nginx would collect events before they pass them on
    ctx.header("X-Accel-Buffering", "no");
    var stream = new EventStream(ctx, ctx.res().getOutputStream());
    stream.out.flush();
    return stream;
  }

  /// Sends an event.
  ///
  /// @param name what listeners of a page wait for
  /// @param data becomes JSON
  public void send(String name, Object data) throws IOException {
    String json = ctx.jsonMapper().toJsonString(data, data.getClass());
    write("event: " + name + "\ndata: " + json + "\n\n");
  }

  /// Sends what no page sees and what keeps the connection open.
  public void keepAlive() throws IOException {
    write(":\n\n");
  }

  private void write(String frame) throws IOException {
    out.write(frame.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
