package dev.tradewind.alerts.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;

/** The routing document as JSON and YAML. Fields that it does not have are errors. */
final class RoutingCodec {
  static final String YAML_TYPE = "application/yaml";

  private static final ObjectMapper JSON = strict(JsonMapper.builder());
  private static final ObjectMapper YAML =
      strict(
          YAMLMapper.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

  private RoutingCodec() {}

  /**
   * Reads a document; YAML reads JSON, too.
   *
   * @throws IllegalArgumentException saying where and what is wrong
   */
  static Routing read(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the document is empty");
    }
    try {
      Routing routing = YAML.readValue(text, Routing.class);
      if (routing == null) {
        throw new IllegalArgumentException("the document is empty");
      }
      return routing;
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(place(e) + reason(e), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not YAML or JSON: " + e.getOriginalMessage(), e);
    }
  }

  static String json(Routing routing) {
    return write(JSON, routing);
  }

  static String yaml(Routing routing) {
    return write(YAML, routing);
  }

  private static String write(ObjectMapper mapper, Routing routing) {
    try {
      return mapper.writeValueAsString(routing);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a routing document cannot be written", e);
    }
  }

  private static String place(JsonMappingException e) {
    String place =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getFieldName())
            .collect(Collectors.joining());
    return place.isEmpty() ? "" : (place.startsWith(".") ? place.substring(1) : place) + ": ";
  }

  /**
   * What our own records say of a value is meant for people; what Jackson says is, at its start.
   */
  private static String reason(JsonMappingException e) {
    Throwable cause = e.getCause();
    String message =
        cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
    return String.valueOf(message).split("\\(class|\\(through|; problem|from String", 2)[0].strip();
  }

  private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> ObjectMapper strict(
      B builder) {
    return builder
        .addModule(new JavaTimeModule())
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();
  }
}
