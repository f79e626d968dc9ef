package dev.photobridge.adapter.http.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One connection on which every byte is in the test's hand. Responses are checked against the
/// contract.
public final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /// Connects to a server on this computer.
  public RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /// Sends text, one byte for each character.
  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Sends bytes.
  public RawClient send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /// Tells the server that nothing more comes.
  public RawClient endSending() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /// Sends a whole request and reads its response.
  public RawResponse request(String method, String path, String... headers) throws IOException {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    send(head.append("\r\n").toString());
    return read(method, path);
  }

  /// Sends a whole request with a JSON body and reads its response.
  public RawResponse json(String method, String path, String body, String... headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Type: application/json\r\nContent-Length: ").append(bytes.length);
    send(head.append("\r\n\r\n").toString()).send(bytes);
    return read(method, path);
  }

  /// Reads the response to a request of the contract, and checks it against the contract.
  public RawResponse read(String method, String path) throws IOException {
    RawResponse response = method.equals("HEAD") ? readHead() : readUnchecked();
    ContractCheck.response(method, path, response);
    return response;
  }

  /// Reads a response that the contract says nothing about.
  public RawResponse readUnchecked() throws IOException {
    RawResponse head = readHead();
    boolean bodiless = head.status() == 100 || head.status() == 204 || head.status() == 304;
    byte[] body = bodiless ? new byte[0] : readBody(head.headers());
    return new RawResponse(head.status(), head.headers(), body);
  }

  /// Reads a response without its body.
  public RawResponse readHead() throws IOException {
    String statusLine = readLine();
    int status = Integer.parseInt(statusLine.substring("HTTP/1.1 ".length()).substring(0, 3));
    Map<String, List<String>> headers = new HashMap<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
      headers
          .computeIfAbsent(name, _ -> new ArrayList<>())
          .add(line.substring(line.indexOf(':') + 1).strip());
    }
    return new RawResponse(status, headers, new byte[0]);
  }

  /// Waits until the answer begins, without reading any of it.
  public void awaitAnswer() throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      throw new EOFException("connection closed without an answer");
    }
    in.reset();
  }

  /// The next piece of an answer that goes on, or empty at its end.
  public String readChunk() throws IOException {
    String size = readLine();
    // a piece's own end comes with the next one
    int bytes = Integer.parseInt(size.isEmpty() ? readLine() : size, 16);
    return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
  }

  /// The next byte, or -1 where the server has closed the connection.
  public int readByte() throws IOException {
    return in.read();
  }

  private byte[] readBody(Map<String, List<String>> headers) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      return readChunks();
    }
    List<String> length = headers.get("content-length");
    if (length == null) {
      return in.readAllBytes();
    }
    byte[] body = in.readNBytes(Integer.parseInt(length.getFirst()));
    if (body.length < Integer.parseInt(length.getFirst())) {
      throw new EOFException("only " + body.length + " of " + length.getFirst() + " bytes");
    }
    return body;
  }

  private byte[] readChunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      readLine();
    }
    readLine();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(readLine(), 16);
  }

  private String readLine() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("connection closed after: " + line);
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
