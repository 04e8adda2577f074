package dev.tradewind.systemtests.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A packaged service as a process that is as confined as this machine can make it: the image's
 * command, the Pod's user without privileges, a read-only root with a fresh /tmp, and the memory
 * limit as the JVM sees it.
 */
final class ContainerLike implements AutoCloseable {
  private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /** As root in a mount namespace of its own; $0 is the packaged service, the rest the command. */
  private static final String CONFINE =
      """
      set -e
      mount --make-rprivate /
      mount --bind "$0" /srv
      mount -t tmpfs -o mode=1777 tmpfs /tmp
      for mount in $(awk '$2 !~ "^/(proc|dev|sys|tmp)" {print $2}' /proc/mounts | sort -u); do
        mount -o remount,bind,ro "$mount" 2>/dev/null || true
      done
      exec setpriv --reuid %s --regid %s --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
      """;

  private final Process process;
  private final Path log;
  private final String management;

  private ContainerLike(Process process, Path log, String management) {
    this.process = process;
    this.log = log;
    this.management = management;
  }

  /** Whether this machine lets a test confine a process. */
  static boolean canConfine() {
    try {
      return new ProcessBuilder(
                  "unshare",
                  "--mount",
                  "sh",
                  "-c",
                  CONFINE.formatted("65532", "65532"),
                  "/usr",
                  "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static ContainerLike start(
      Rendered.PodOf pod, String service, Map<String, String> environment, boolean confined) {
    try {
      Path app = SERVICES.resolve(service + "/target/quarkus-app");
      List<String> command = new ArrayList<>();
      if (confined) {
        JsonNode user = pod.spec().at("/securityContext/runAsUser");
        command.addAll(
            List.of(
                "unshare", "--mount", "sh", "-c", CONFINE.formatted(user, user), app.toString()));
      }
      for (String word : entryPoint()) {
        command.add(word.replace("/app/", confined ? "/srv/" : app + "/"));
      }
      command.set(
          command.indexOf("java"),
          Path.of(System.getProperty("java.home"), "bin", "java").toString());
      Path log = Files.createTempFile("tradewind-smoke-" + service, ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      String path = System.getenv("PATH");
      builder.environment().clear();
      builder.environment().put("PATH", path);
      builder.environment().putAll(environment);
      builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:MaxRAM=" + memoryLimit(pod));
      return new ContainerLike(
          builder.start(),
          log,
          "http://localhost:" + environment.getOrDefault("QUARKUS_MANAGEMENT_PORT", "0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Status of a probe, as the kubelet would ask; 0 while nothing answers. */
  int probe(Rendered.PodOf pod, String probe) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(
                      URI.create(
                          management + pod.container().path(probe).at("/httpGet/path").asText()))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Its end, and with which code. */
  int waitFor(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + patience + ":\n" + log());
    }
    return process.exitValue();
  }

  void terminate() {
    process.destroy();
  }

  /** Most memory that it ever had, in bytes. */
  long peakMemory() {
    return Long.parseLong(status("VmHWM").split(" ")[0]) * 1024;
  }

  /** A line of what the kernel says of it. */
  String status(String field) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
          .filter(line -> line.startsWith(field + ":"))
          .map(line -> line.substring(field.length() + 1).strip().replaceAll("\\s+", " "))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  static long memoryLimit(Rendered.PodOf pod) {
    Matcher limit =
        Pattern.compile("([0-9]+)([MG])i")
            .matcher(pod.container().at("/resources/limits/memory").asText());
    if (!limit.matches()) {
      throw new IllegalStateException("no such limit: " + pod);
    }
    return Long.parseLong(limit.group(1)) * (limit.group(2).equals("G") ? 1L << 30 : 1L << 20);
  }

  /** What the image runs. */
  private static List<String> entryPoint() throws IOException {
    String dockerfile = Files.readString(SERVICES.resolve("Dockerfile.jvm"));
    String json =
        dockerfile
            .substring(dockerfile.lastIndexOf("ENTRYPOINT ") + "ENTRYPOINT ".length())
            .replace("\\\n", "");
    return List.of(new ObjectMapper().readValue(json, String[].class));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
