package dev.tradewind.systemtests.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The properties that can be set at run time: those of our {@code @ConfigMapping}s as compiled,
 * those that our property files refer to, and those that Quarkus documents in its extensions.
 */
final class ServiceSettings {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(tradewind[^:}]*)");
  private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();

  /** By service: property → default, "" if there is none. */
  private final Map<String, Map<String, String>> own = new TreeMap<>();

  private final Set<String> quarkus = new TreeSet<>();

  private ServiceSettings() {}

  static ServiceSettings read() throws IOException {
    ServiceSettings settings = new ServiceSettings();
    for (String service : List.of("gateway", "ingest", "metrics", "alerts")) {
      Map<String, String> properties = new TreeMap<>();
      mappings(SERVICES.resolve("platform/target/classes"), properties);
      mappings(SERVICES.resolve(service + "/target/classes"), properties);
      referred(
          SERVICES.resolve("platform/target/classes/META-INF/microprofile-config.properties"),
          properties);
      referred(SERVICES.resolve(service + "/target/classes/application.properties"), properties);
      settings.own.put(service, properties);
    }
    for (URL document :
        Collections.list(
            ServiceSettings.class
                .getClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
      try (InputStream in = document.openStream()) {
        settings.documented(new ObjectMapper().readTree(in));
      }
    }
    return settings;
  }

  /** Names of environment variables that set something in this service. */
  Set<String> variables(String service) {
    Set<String> variables = new TreeSet<>(quarkus);
    own.getOrDefault(service, Map.of())
        .keySet()
        .forEach(p -> variables.add(p.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)));
    return variables;
  }

  String defaultOf(String service, String property) {
    return own.getOrDefault(service, Map.of()).getOrDefault(property, "");
  }

  private void documented(JsonNode node) {
    if (node.isArray()) {
      node.forEach(this::documented);
    } else if (node.has("path") && "RUN_TIME".equals(node.path("phase").asText())) {
      quarkus.add(node.at("/path/environmentVariable").asText());
    } else {
      node.forEach(
          child -> {
            if (child.isContainerNode()) {
              documented(child);
            }
          });
    }
  }

  /** Our files build properties out of others, as in {@code ${tradewind.db.host}}. */
  private static void referred(Path file, Map<String, String> properties) throws IOException {
    Properties read = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      read.load(in);
    }
    read.stringPropertyNames().forEach(name -> referred(read.getProperty(name), properties));
  }

  private static void referred(String value, Map<String, String> properties) {
    REFERENCE.matcher(value).results().forEach(m -> properties.putIfAbsent(m.group(1), ""));
  }

  private static void mappings(Path classes, Map<String, String> properties) throws IOException {
    try (Stream<Path> files = Files.walk(classes);
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, ServiceSettings.class.getClassLoader())) {
      for (Path file :
          files
              .filter(
                  f ->
                      f.toString().endsWith("Config.class")
                          || f.toString().endsWith("Address.class"))
              .toList()) {
        String name =
            classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        Class<?> type = loader.loadClass(name);
        ConfigMapping mapping = type.getAnnotation(ConfigMapping.class);
        if (mapping != null) {
          members(mapping.prefix(), type, properties);
        }
      }
    } catch (ClassNotFoundException e) {
      throw new LinkageError("not compiled as expected", e);
    }
  }

  private static void members(String prefix, Class<?> type, Map<String, String> properties) {
    List<Method> methods = new ArrayList<>(List.of(type.getMethods()));
    methods.removeIf(method -> !Modifier.isAbstract(method.getModifiers()));
    for (Method method : methods) {
      WithName named = method.getAnnotation(WithName.class);
      String name = named != null ? named.value() : kebab(method.getName());
      String property =
          method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + name;
      Class<?> result = method.getReturnType();
      if (result.isInterface() && result.getName().startsWith("dev.tradewind.")) {
        members(property, result, properties);
      } else {
        WithDefault standard = method.getAnnotation(WithDefault.class);
        String value = standard == null ? "" : standard.value();
        properties.put(property, value);
        referred(value, properties);
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
