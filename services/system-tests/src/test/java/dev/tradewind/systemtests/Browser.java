package dev.tradewind.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A real browser that does what a person does, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final WebSocket socket;
  private final Answers answers;
  private final AtomicInteger number = new AtomicInteger();

  private Browser(Process process, WebSocket socket, Answers answers) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
  }

  /** What the browser says, by the number of what it was asked. */
  private static final class Answers implements WebSocket.Listener {
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        take(message.toString());
        message.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, data, last);
    }

    private void take(String text) {
      try {
        JsonNode said = JSON.readTree(text);
        CompletableFuture<JsonNode> waiting = open.remove(said.path("id").asInt(-1));
        if (waiting != null) {
          waiting.complete(said);
        } else if (said.path("method").asText().equals("Runtime.exceptionThrown")
            || said.at("/params/type").asText().equals("error")) {
          complaints.add(text);
        }
      } catch (IOException e) {
        complaints.add(text);
      }
    }
  }

  /** Opens the page. */
  static Browser open(URI address) {
    try {
      Path profile = Files.createTempDirectory(Path.of("target"), "browser-");
      Process process =
          Chromium.process(profile, "--remote-debugging-port=0", "about:blank")
              .redirectErrorStream(true)
              .redirectOutput(profile.resolve("browser.log").toFile())
              .start();
      Path port = profile.resolve("profile").resolve("DevToolsActivePort");
      Awaitility.await("the browser")
          .atMost(PATIENCE)
          .until(() -> Files.exists(port) && Files.readAllLines(port).size() == 2);
      HttpClient http = HttpClient.newHttpClient();
      URI fresh = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/new");
      JsonNode tab =
          JSON.readTree(
              http.send(
                      HttpRequest.newBuilder(fresh)
                          .PUT(HttpRequest.BodyPublishers.noBody())
                          .build(),
                      HttpResponse.BodyHandlers.ofString(UTF_8))
                  .body());
      Answers answers = new Answers();
      WebSocket socket =
          http.newWebSocketBuilder()
              .buildAsync(URI.create(tab.path("webSocketDebuggerUrl").asText()), answers)
              .get(10, TimeUnit.SECONDS);
      Browser browser = new Browser(process, socket, answers);
      browser.command("Page.enable", Map.of());
      browser.command("Runtime.enable", Map.of());
      browser.go(address);
      return browser;
    } catch (IOException | java.util.concurrent.ExecutionException e) {
      throw new AssertionError("the browser did not open", e);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("the browser did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Goes to another page. */
  void go(URI address) {
    command("Page.navigate", Map.of("url", address.toString()));
  }

  /** What a script in the page says. */
  JsonNode run(String script) {
    JsonNode answer =
        command(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    assertThat(answer.has("exceptionDetails")).as("%s: %s", script, answer).isFalse();
    return answer.at("/result/value");
  }

  /** The visible text of an element; empty if it is not there or hidden. */
  String text(String selector) {
    return run("document.querySelector('" + selector + "')?.innerText ?? ''").asText();
  }

  /** Waits until an element shows that text. */
  void awaitText(String selector, String expected) {
    Awaitility.await(selector + " shows '" + expected + "'")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> text(selector).contains(expected));
  }

  void click(String selector) {
    run("document.querySelector('" + selector + "').click()");
  }

  /** Chooses a file, as in the browser's own dialog. */
  void choose(String selector, Path file) {
    int root = command("DOM.getDocument", Map.of()).at("/root/nodeId").asInt();
    int input =
        command("DOM.querySelector", Map.of("nodeId", root, "selector", selector))
            .path("nodeId")
            .asInt();
    command(
        "DOM.setFileInputFiles",
        Map.of("nodeId", input, "files", List.of(file.toAbsolutePath().toString())));
  }

  /** What can be seen of an element and around it, kept below {@code target} for people. */
  void picture(String name, String selector) {
    run("document.querySelector('" + selector + "').scrollIntoView({block: 'center'})");
    String png = command("Page.captureScreenshot", Map.of()).path("data").asText();
    try {
      Path pictures = Files.createDirectories(Path.of("target", "pictures"));
      Files.write(pictures.resolve(name + ".png"), Base64.getDecoder().decode(png));
    } catch (IOException e) {
      throw new AssertionError("no picture", e);
    }
  }

  /** What scripts threw or reported as errors. */
  List<String> complaints() {
    return List.copyOf(answers.complaints);
  }

  private JsonNode command(String method, Map<String, ?> parameters) {
    int id = number.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.open.put(id, answer);
    ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
    command.set("params", JSON.valueToTree(parameters));
    try {
      socket.sendText(command.toString(), true).get(10, TimeUnit.SECONDS);
      JsonNode said = answer.get(30, TimeUnit.SECONDS);
      assertThat(said.has("error")).as("%s: %s", method, said).isFalse();
      return said.path("result");
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError("the browser does not answer " + method, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
  }
}
