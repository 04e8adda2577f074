package dev.tradewind.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The loopback address, which is all that embedded parts listen on, and its free ports. */
public final class Loopback {
  /** The numeric form: {@code localhost} may mean another address to another program. */
  public static final String HOST = "127.0.0.1";

  /** What this JVM gave away already; the system may offer a closed port again at once. */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Loopback() {}

  /** A port that nobody listens on, never the same twice in this JVM. */
  public static int freePort() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, address())) {
        if (GIVEN.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("no free port on " + HOST, e);
      }
    }
  }

  /** Whether one could listen on the port now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As servers do: connections of an ended server that linger do not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress address() throws UnknownHostException {
    return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
  }
}
