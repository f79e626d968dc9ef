package dev.photobridge.fault.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.fault.photo.Digest;
import dev.photobridge.fault.photo.NumberedPhotos;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Stands in for the Gemini API: answers every call for an image with one of its own, fails calls
/// as it is told to, and writes all of them down. Safe for use by many threads.
public final class RecordingProvider implements AutoCloseable {
  private static final int BACKLOG = 1_000;
  private static final int SPREAD = 10;
  private static final int FAIL_EVERY = 3;
  private static final Duration DRIP = Duration.ofMillis(200);

  private final NumberedPhotos photos;
  private final Duration delay;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger turns = new AtomicInteger();
  private final CallBook book = new CallBook();
  private final Queue<ProviderFault> planned = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Socket> cut = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int port;
  private ServerSocket listener;

  /// Starts it on a free port of the loopback address.
  ///
  /// @param photos tells which photo a call carries
  /// @param delay before an answer; a tenth more or less
  public RecordingProvider(NumberedPhotos photos, Duration delay, InstantSource clock)
      throws IOException {
    this.photos = photos;
    this.delay = delay;
    this.clock = clock;
    listener = listening(0);
    port = listener.getLocalPort();
    listen(listener);
  }

  /// The keys that lead a node here.
  ///
  /// @param node signs its calls
  public Map<String, String> keys(String node) {
    return Map.of("GEMINI_API_KEY", node, "GEMINI_BASE_URL", "http://127.0.0.1:" + port);
  }

  /// Fails so many of the calls to come: every third one, so that the nodes go on calling.
  public void failNext(ProviderFault fault, int calls) {
    for (int i = 0; i < calls; i++) {
      planned.add(fault);
    }
  }

  /// How many of the failures asked for have not happened yet.
  public int planned() {
    return planned.size();
  }

  /// The longest time until an answer, for this delay.
  public static Duration longest(Duration delay) {
    return delay.plus(delay.dividedBy(SPREAD));
  }

  /// Every call so far.
  public List<Call> calls() {
    return book.all();
  }

  /// Cuts what is open and takes no more connections.
  public synchronized void goAway() throws IOException {
    listener.close();
    cut.addAll(open);
    open.forEach(RecordingProvider::reset);
  }

  /// Takes connections again.
  public synchronized void comeBack() throws IOException {
    listener = listening(port);
    listen(listener);
  }

  @Override
  public synchronized void close() throws IOException {
    listener.close();
    open.forEach(RecordingProvider::reset);
    threads.shutdownNow();
    threads.close();
  }

  private static ServerSocket listening(int port) throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    return socket;
  }

  private void listen(ServerSocket socket) {
    var _ =
        threads.submit(
            () -> {
              while (!socket.isClosed()) {
                serve(socket.accept());
              }
              return null;
            });
  }

  private void serve(Socket socket) {
    open.add(socket);
    var _ =
        threads.submit(
            () -> {
              try (socket) {
                socket.setTcpNoDelay(true);
                var in = new BufferedInputStream(socket.getInputStream(), 65_536);
                Optional<ProviderRequest> request = ProviderRequest.read(in);
                while (request.isPresent()) {
                  answer(request.get(), socket, in);
                  request = ProviderRequest.read(in);
                }
              } finally {
                open.remove(socket);
                cut.remove(socket);
              }
              return null;
            });
  }

  private void answer(ProviderRequest request, Socket socket, InputStream in)
      throws IOException, InterruptedException {
    if (!request.asksForImage()) {
      socket.getOutputStream().write(ProviderAnswer.error(404, "NOT_FOUND", ""));
      return;
    }
    int photo = photoIn(request.body()).orElse(Call.UNKNOWN);
    int number = book.next(photo);
    ProviderFault fault = turns.incrementAndGet() % FAIL_EVERY == 0 ? planned.poll() : null;
    String node = request.key();
    Instant at = clock.instant();
    int place = book.begin(new Call(photo, number, node, at, fault, null));
    byte[] image = NumberedPhotos.result(photo, number);
    try {
      Thread.sleep(delay(photo, number));
      if (fault != null) {
        fail(fault, image, socket, in);
        return;
      }
      // noted before it is sent: whoever has it must be able to look it up
      book.end(place, new Call(photo, number, node, at, null, Digest.of(image)));
      socket.getOutputStream().write(ProviderAnswer.image(image));
    } catch (IOException e) {
      if (cut.contains(socket) && fault == null) {
        book.end(
            place, new Call(photo, number, node, at, ProviderFault.UNREACHABLE, Digest.of(image)));
      }
      throw e;
    }
  }

  /// Spread, so that booths don't keep step.
  private Duration delay(int photo, int number) {
    long most = delay.dividedBy(SPREAD).toMillis();
    var random = new SplittableRandom(((long) number << 32) + photo);
    return delay.plusMillis(random.nextLong(-most, most + 1));
  }

  private OptionalInt photoIn(byte[] request) throws IOException {
    for (String data : json.readTree(request).findValuesAsText("data")) {
      OptionalInt number = photos.numberOf(Base64.getDecoder().decode(data));
      if (number.isPresent()) {
        return number;
      }
    }
    return OptionalInt.empty();
  }

  private static void fail(ProviderFault fault, byte[] image, Socket socket, InputStream in)
      throws IOException, InterruptedException {
    byte @Nullable [] answer =
        switch (fault) {
          case TRUNCATED_BASE64 -> ProviderAnswer.truncatedBase64(image);
          case TOO_MANY_REQUESTS ->
              ProviderAnswer.error(429, "RESOURCE_EXHAUSTED", "Retry-After: 1\r\n");
          case SERVER_ERROR -> ProviderAnswer.error(500, "INTERNAL", "");
          case OVERLOADED -> ProviderAnswer.error(503, "UNAVAILABLE", "");
          case NO_IMAGE -> ProviderAnswer.withoutImage();
          case SAFETY_BLOCK -> ProviderAnswer.refusal();
          case HTML_AS_IMAGE -> ProviderAnswer.html();
          case RESET_MID_BODY -> ProviderAnswer.firstHalf(ProviderAnswer.image(image));
          case RESET_BEFORE_HEADERS, HANG, SLOW_DRIP, HUGE_ANSWER, UNREACHABLE -> null;
        };
    if (answer != null) {
      socket.getOutputStream().write(answer);
    }
    switch (fault) {
      case RESET_BEFORE_HEADERS, RESET_MID_BODY, UNREACHABLE -> reset(socket);
      case HANG -> in.transferTo(OutputStream.nullOutputStream());
      case SLOW_DRIP -> drip(socket);
      case HUGE_ANSWER -> ProviderAnswer.writeHuge(socket.getOutputStream());
      case TRUNCATED_BASE64,
          TOO_MANY_REQUESTS,
          SERVER_ERROR,
          OVERLOADED,
          NO_IMAGE,
          SAFETY_BLOCK,
          HTML_AS_IMAGE -> {}
    }
  }

  private static void drip(Socket socket) throws IOException, InterruptedException {
    socket.getOutputStream().write(ProviderAnswer.slowHead());
    while (true) {
      socket.getOutputStream().write(' ');
      Thread.sleep(DRIP);
    }
  }

  private static void reset(Socket socket) {
    try {
      // closed without lingering, a connection ends with a reset
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // it is closed already
    }
  }
}
