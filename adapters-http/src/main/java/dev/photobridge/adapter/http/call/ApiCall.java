package dev.photobridge.adapter.http.call;

import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.domain.account.AccountName;
import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.MDC;

/// One request to an operation of the contract and its answer. Used by one thread at a time.
///
/// A handler that returns a record need not touch the answer. To refuse, throw an
/// [dev.photobridge.adapter.http.error.ErrorAnswerException].
public final class ApiCall {
  private static final String OPERATOR = "photobridge.operator";
  private static final String LANGUAGE = "photobridge.language";
  private static final int PIECE_BYTES = 64 * 1024;

  private final Context ctx;

  private ApiCall(Context ctx) {
    this.ctx = ctx;
  }

  /// The call that a request makes.
  public static ApiCall of(Context ctx) {
    return new ApiCall(ctx);
  }

  /// Notes who makes a request; whoever checks the token calls it before the route runs.
  public static void signedIn(Context ctx, SignedIn operator) {
    ctx.attribute(OPERATOR, operator);
  }

  /// Who makes a request, once that is checked.
  public static Optional<AccountName> signedIn(Context ctx) {
    SignedIn operator = ctx.attribute(OPERATOR);
    return Optional.ofNullable(operator).map(known -> known.session().account());
  }

  /// The signed-in operator.
  ///
  /// @throws IllegalStateException on a route that anybody may call
  public AccountName operator() {
    return signedIn().session().account();
  }

  /// Who sends the request, and in which session.
  ///
  /// @throws IllegalStateException on a route that anybody may call
  public SignedIn signedIn() {
    SignedIn operator = ctx.attribute(OPERATOR);
    if (operator == null) {
      throw new IllegalStateException("nobody is signed in on a public route");
    }
    return operator;
  }

  /// The IP address of the other end of the connection: of the client, or of a proxy between.
  public String clientAddress() {
    return ctx.ip();
  }

  /// Has a request answered in this language, whatever its header asks for.
  ///
  /// @param tag of the language, such as `ru`
  public static void inLanguage(Context ctx, String tag) {
    ctx.attribute(LANGUAGE, tag);
  }

  /// The languages that the answer is wanted in, as the header `Accept-Language` has them.
  public Optional<String> acceptLanguage() {
    return Optional.<String>ofNullable(ctx.attribute(LANGUAGE))
        .or(() -> requestHeader("Accept-Language"));
  }

  /// A header of the request.
  public Optional<String> requestHeader(String name) {
    return Optional.ofNullable(ctx.header(name));
  }

  /// The link's parameters, each with its values in their order.
  public Map<String, List<String>> query() {
    return ctx.queryParamMap();
  }

  /// Runs since the request's first byte.
  public Stopwatch stopwatch() {
    long begin = ServletContextRequest.getServletContextRequest(ctx.req()).getBeginNanoTime();
    return () -> Duration.ofNanos(NanoTime.since(begin));
  }

  /// The bytes that the body has by the request's own account; empty when it does not say.
  public OptionalLong contentLength() {
    long length = ctx.req().getContentLengthLong();
    return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
  }

  /// The body, still on its way. The client is asked to send it (`100 Continue`) by the first read.
  /// Reading fails when the client is gone, or sends next to nothing for half a minute.
  public InputStream body() throws IOException {
    return new PacedBody(ctx.req().getInputStream(), stopwatch());
  }

  /// Answers later, and lets the request's thread go when the handler returns.
  ///
  /// @param when comes by any thread, which is not held up
  /// @param answer runs on a virtual thread of its own with what came; what it throws is answered
  ///   as if the handler had thrown it
  public <T> void answerLater(CompletionStage<T> when, LaterAnswer<T> answer) {
    Executor thread = threadOfThisRequest();
    ctx.future(
        () ->
            when.thenAcceptAsync(came -> answer.giveUnchecked(came), thread).toCompletableFuture());
  }

  private static Executor threadOfThisRequest() {
    Map<String, String> logged = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    return task ->
        Thread.startVirtualThread(
            () -> {
              MDC.setContextMap(logged);
              task.run();
            });
  }

  /// Answers with another status than the contract's success status.
  public void status(int status) {
    ctx.status(status);
  }

  /// Adds a header to the answer.
  public void header(String name, String value) {
    ctx.header(name, value);
  }

  /// Answers with bytes, piece by piece and with their length.
  ///
  /// @throws IOException when they can't be reached any more; nothing has been answered then,
  ///   unless some of them are already on their way
  public void send(String contentType, ByteSource content) throws IOException {
    try (InputStream in = content.open()) {
      send(contentType, in, content.size());
    }
  }

  /// Begins an answer of events, which goes on until the handler returns.
  ///
  /// @throws IOException when the client is gone
  public EventStream events() throws IOException {
    return EventStream.begin(ctx);
  }

  /// Answers with the next so many bytes of a stream, piece by piece. Where it has fewer, the
  /// connection is cut.
  ///
  /// @throws IOException when they can't be read, or the client is gone
  public void send(String contentType, InputStream bytes, long length) throws IOException {
    announce(contentType, length);
    OutputStream out = ctx.res().getOutputStream();
    var piece = new byte[PIECE_BYTES];
    long left = length;
    while (left > 0) {
      int read = bytes.read(piece, 0, (int) Math.min(left, piece.length));
      if (read < 0) {
        throw new EOFException("the file ends %d bytes too early".formatted(left));
      }
      out.write(piece, 0, read);
      left -= read;
    }
  }

  /// Says what bytes would be sent, and how many.
  public void announce(String contentType, long length) {
    ctx.contentType(contentType);
    ctx.res().setContentLengthLong(length);
  }
}
