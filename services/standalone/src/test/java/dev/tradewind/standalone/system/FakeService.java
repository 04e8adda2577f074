package dev.tradewind.standalone.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program that behaves like a packaged service as far as its launcher can tell. */
final class FakeService {
  private FakeService() {}

  public static void main(String[] arguments) throws IOException {
    if (System.getenv("FAKE_FAILURE") != null) {
      System.out.println("cannot start: " + System.getenv("FAKE_FAILURE"));
      System.exit(3);
    }
    int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
    String host = System.getenv("QUARKUS_MANAGEMENT_HOST");
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    byte[] answer = String.valueOf(System.getenv("FAKE_WORD")).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    System.out.println("ready");
  }

  /** The program as a jar that can be run. */
  static Path jar(Path directory) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    Path jar = directory.resolve("quarkus-run.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      String name = FakeService.class.getName().replace('.', '/') + ".class";
      out.putNextEntry(new JarEntry(name));
      try (var code = FakeService.class.getClassLoader().getResourceAsStream(name)) {
        if (code == null) {
          throw new IOException(name + " is not on the class path");
        }
        code.transferTo(out);
      }
    }
    return jar;
  }
}
