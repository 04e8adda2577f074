package dev.tradewind.gateway.stub;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Sends requests byte by byte as given, which well-behaved clients refuse to do. */
public final class RawClient implements AutoCloseable {
  private final Socket socket;

  /** Connects to that port of this machine. */
  public RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(15_000);
  }

  /** Connects from another address of this machine. */
  public RawClient(int port, String from) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
    socket.setSoTimeout(15_000);
  }

  /** A request's head; the connection ends after its answer. */
  public static String head(String methodAndPath, String... headers) {
    return methodAndPath
        + " HTTP/1.1\r\nHost: localhost:8080\r\n"
        + String.join("", Stream.of(headers).map(h -> h + "\r\n").toList())
        + "\r\n";
  }

  /** Sends one request and returns everything until the connection ends. */
  public static String exchange(int port, String request) throws IOException {
    try (RawClient client = new RawClient(port)) {
      client.send(request);
      return client.rest();
    }
  }

  /** Sends these bytes. */
  public void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Reads until that text has come. */
  public String readUntil(String expected) throws IOException {
    StringBuilder read = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (read.indexOf(expected) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("ended before '" + expected + "', after: " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  /** Everything until the connection ends. */
  public String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
