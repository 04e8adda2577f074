package dev.tradewind.systemtests.chart;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The chart under test. It renders a copy in which hooks count as ordinary objects (Helm's library
 * leaves them out) and a look into the cluster finds nothing.
 */
final class Chart {
  static final Path SOURCE = Path.of("../../helm/tradewind").toAbsolutePath().normalize();

  /** Renders with this version unless a test says otherwise. */
  static final String KUBERNETES = "1.34.0";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
  private static final Path WORK = Path.of("target", "chart").toAbsolutePath();
  private static final Path COPY = copy("chart", "(dict)");
  private static final Map<String, Rendered> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  /** The example value files, by their name without "-values.yaml". */
  static List<String> examples() {
    try (Stream<Path> files = Files.list(SOURCE.resolve("ci"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("-values.yaml"))
          .map(name -> name.substring(0, name.length() - "-values.yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rendered example(String example) {
    return example(example, KUBERNETES);
  }

  static Rendered example(String example, String kubernetes) {
    return RENDERED.computeIfAbsent(
        example + " on " + kubernetes, key -> render(COPY, example, kubernetes, ""));
  }

  /** An example, and further values over it, as YAML. */
  static Rendered example(String example, String kubernetes, String values) {
    return render(COPY, example, kubernetes, values);
  }

  /** As on an upgrade, when every Secret that is looked up is there with this data. */
  static Rendered exampleInCluster(String example, Map<String, String> data) {
    StringBuilder dict = new StringBuilder("(dict \"data\" (dict");
    data.forEach((key, value) -> dict.append(" \"%s\" \"%s\"".formatted(key, value)));
    return render(copy("chart-in-cluster", dict + "))"), example, KUBERNETES, "");
  }

  /** Renders these values alone. */
  static Rendered values(String values) {
    return render(COPY, null, KUBERNETES, values);
  }

  static LintResult lint() {
    return new Helm(SOURCE).lint().call();
  }

  /** A file of the chart. */
  static String file(String path) {
    try {
      return Files.readString(SOURCE.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String exampleFile(String example) {
    return file("ci/" + example + "-values.yaml");
  }

  private static Rendered render(
      Path chart,
      @org.jspecify.annotations.Nullable String example,
      String kubernetes,
      String values) {
    try {
      var template =
          new Helm(chart)
              .template()
              .withName("tw")
              .withNamespace("trade")
              .withKubeVersion(kubernetes);
      if (example != null) {
        template.withValuesFile(SOURCE.resolve("ci/" + example + "-values.yaml"));
      }
      if (!values.isBlank()) {
        Path file = Files.createTempFile(WORK, "values", ".yaml");
        template.withValuesFile(Files.writeString(file, values));
      }
      List<JsonNode> objects = new ArrayList<>();
      try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(template.call())) {
        documents.forEachRemaining(objects::add);
      }
      objects.removeIf(object -> !object.isObject());
      return new Rendered(objects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy(String name, String lookup) {
    Path target = WORK.resolve(name);
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = target.resolve(SOURCE.relativize(file).toString());
        Files.createDirectories(to.getParent());
        String text =
            Files.readString(file)
                .replaceAll("\\(lookup [^)]*\\)", java.util.regex.Matcher.quoteReplacement(lookup))
                .replace("\"helm.sh/hook\"", "\"checked/hook\"");
        if (file.endsWith("templates/NOTES.txt")) {
          // Helm's library does not show the notes; as a ConfigMap it does.
          to = to.resolveSibling("notes.yaml");
          text =
              "{{- define \"notes\" }}"
                  + text
                  + "{{ end }}\n"
                  + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rendered-notes, labels: {app.kubernetes.io/name: x}}\n"
                  + "data: {notes: {{ include \"notes\" . | quote }}}\n";
        }
        Files.writeString(to, text);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
