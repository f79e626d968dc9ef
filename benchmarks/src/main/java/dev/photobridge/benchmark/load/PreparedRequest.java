package dev.photobridge.benchmark.load;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A request as it goes over the wire, made once and sent by any number of booths at the same time.
/// Immutable.
public final class PreparedRequest {
  private final InetSocketAddress address;
  private final ByteBuffer head;
  private final ByteBuffer body;
  private final boolean awaitsContinue;

  private PreparedRequest(
      InetSocketAddress address, ByteBuffer head, ByteBuffer body, boolean awaitsContinue) {
    this.address = address;
    this.head = head;
    this.body = body;
    this.awaitsContinue = awaitsContinue;
  }

  /// A photo as DSLR Remote Pro posts it, with `Expect: 100-continue`.
  public static PreparedRequest ofBooth(URI ingestLink, String ingestPassword, byte[] jpeg) {
    return post(
        ingestLink,
        "Content-Type: " + BoothForm.CONTENT_TYPE + "\r\nExpect: 100-continue\r\n",
        BoothForm.of(jpeg, ingestPassword),
        true);
  }

  /// A JSON body.
  public static PreparedRequest ofJson(URI address, byte[] json) {
    return post(address, "Content-Type: application/json\r\n", json, false);
  }

  /// A question without a body.
  public static PreparedRequest get(URI address) {
    return new PreparedRequest(
        socketAddress(address),
        direct(line("GET", address) + "\r\n"),
        ByteBuffer.allocateDirect(0),
        false);
  }

  /// Where it goes.
  InetSocketAddress address() {
    return address;
  }

  /// Request line and headers, ready to be written.
  ByteBuffer head() {
    return head.duplicate();
  }

  /// The body, ready to be written.
  ByteBuffer body() {
    return body.duplicate();
  }

  /// Whether the body may only be sent once the server has said so.
  boolean awaitsContinue() {
    return awaitsContinue;
  }

  private static PreparedRequest post(
      URI address, String headers, byte[] body, boolean awaitsContinue) {
    String head = line("POST", address) + headers + "Content-Length: " + body.length + "\r\n\r\n";
    ByteBuffer bytes = ByteBuffer.allocateDirect(body.length).put(body).flip();
    return new PreparedRequest(socketAddress(address), direct(head), bytes, awaitsContinue);
  }

  private static String line(String method, URI address) {
    return "%s %s HTTP/1.1\r\nHost: %s\r\n"
        .formatted(method, address.getRawPath(), address.getAuthority());
  }

  private static InetSocketAddress socketAddress(URI address) {
    return new InetSocketAddress(address.getHost(), address.getPort());
  }

  private static ByteBuffer direct(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
