package dev.tradewind.metrics.briefing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with places for figures: {@code {name}}. They stand in one file per language. */
final class Templates {
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)\\}");

  private final Properties texts = new Properties();

  /** Those of a language, {@code en} or {@code zh}. */
  Templates(String language) {
    String resource = "sentences_" + language + ".properties";
    try (InputStream stream = Templates.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is missing from the build");
      }
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  String text(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return text;
  }

  /** The text with all its places filled. */
  String fill(String key, Map<String, String> values) {
    return PLACE
        .matcher(text(key))
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException(key + " needs {" + place.group(1) + "}");
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** The names of a text's places. */
  static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
  }
}
