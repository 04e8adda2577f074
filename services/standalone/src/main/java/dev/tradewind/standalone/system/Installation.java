package dev.tradewind.standalone.system;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory that the build assembles: {@code tradewind.jar}, {@code lib} and {@code services}.
 *
 * @param home its path
 */
public record Installation(Path home) {

  /** The installation that this code was started from. */
  public static Installation ofThisCode() {
    try {
      Path code =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .toAbsolutePath();
      // From the build's own classes it is what the build last assembled beside them.
      return new Installation(code.resolveSibling(Files.isDirectory(code) ? "tradewind" : ""));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot tell where this program is", e);
    }
  }

  /** Fails if something of it is missing. */
  public void verify() {
    for (Service service : Service.values()) {
      runner(service);
    }
  }

  /** The jar that starts a service. */
  Path runner(Service service) {
    Path jar = home.resolve("services").resolve(service.id()).resolve("quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new SystemStartException(
          "the service " + service.id() + " is not packaged: " + jar + " is missing",
          "Build it first: mvn package (a native build packages no jars).");
    }
    return jar;
  }
}
