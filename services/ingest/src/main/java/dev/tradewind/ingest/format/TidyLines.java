package dev.tradewind.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our tidy layout as NDJSON: an object on every line, its fields named like the columns. */
final class TidyLines implements ExportFormat {
  private static final int LONGEST_LINE = 1 << 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names come from outside, so they are not kept for ever.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** What either every object says, or none. */
  private static final Set<Dimension> STATED =
      EnumSet.of(Dimension.PERIOD, Dimension.CURRENCY, Dimension.FLOW);

  private final Layout layout;

  TidyLines(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String id() {
    return "tidy-ndjson";
  }

  @Override
  public boolean detects(Head head) {
    return layout.knows(JsonNames.ofFirstObject(head.text()).stream().map(Layout::key).toList());
  }

  @Override
  public void read(Source source, RowSink sink) throws IOException {
    Lines lines = new Lines(source.text(), LONGEST_LINE);
    Objects objects = new Objects(sink);
    try {
      while (lines.next()) {
        if (!lines.blank()) {
          objects.read(lines);
        }
      }
      if (!lines.endedWell()) {
        sink.problem(
            ProblemCode.NO_FINAL_LINE_END,
            lines.number(),
            null,
            null,
            "the last line has no line end, so more of the file may have been cut");
      }
    } catch (UnreadableException e) {
      sink.problem(e.code(), lines.number(), null, null, e.getMessage() + ", near this line");
    }
  }

  /** The objects of one file. */
  private final class Objects {
    private final RowSink sink;
    private final RowBuffer row = new RowBuffer();
    private final Set<String> unknown = new HashSet<>();
    private final Set<Dimension> present = EnumSet.noneOf(Dimension.class);
    private final Set<Dimension> needed = EnumSet.noneOf(Dimension.class);

    Objects(RowSink sink) {
      this.sink = sink;
    }

    void read(Lines line) throws IOException {
      row.clear(line.number());
      present.clear();
      String malformed = null;
      try (JsonParser json = JSON.createParser(line.chars(), 0, line.length())) {
        malformed = fields(json);
      } catch (JsonProcessingException e) {
        malformed = "the line is not a JSON object: " + e.getOriginalMessage();
      }
      if (malformed != null) {
        sink.problem(ProblemCode.MALFORMED_JSON, line.number(), null, null, malformed);
        return;
      }
      if (needed.isEmpty()) {
        begin();
      }
      String objection = objection();
      if (objection == null) {
        sink.row(row);
      } else {
        sink.problem(ProblemCode.ROW_SHAPE, line.number(), null, null, objection);
      }
    }

    private @Nullable String fields(JsonParser json) throws IOException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return "the line is not a JSON object";
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        if (token == null || !token.isScalarValue()) {
          return "the field '" + name + "' is neither a text nor a number";
        }
        field(name, token == JsonToken.VALUE_NULL ? null : json.getText());
      }
      return json.nextToken() == null ? null : "something follows the object on its line";
    }

    private void field(String name, @Nullable String text) {
      Dimension dimension = layout.dimension(Layout.key(name));
      if (dimension == null) {
        if (unknown.size() < 100 && unknown.add(name)) {
          sink.problem(
              ProblemCode.UNKNOWN_COLUMN, row.line(), name, null, "the field is not known");
        }
      } else if (text != null) {
        present.add(dimension);
        row.get(dimension).set(text);
      }
    }

    /** The first object decides whether lines state the month, the currency and the flow. */
    private void begin() {
      layout.needed().values().forEach(needed::addAll);
      STATED.stream().filter(present::contains).forEach(needed::add);
      Map<Dimension, String> columns = new EnumMap<>(Dimension.class);
      TidyLayout.DIMENSIONS.forEach(
          (name, dimension) -> {
            if (needed.contains(dimension) || !STATED.contains(dimension)) {
              columns.put(dimension, name);
            }
          });
      sink.header(new Header(columns, null, null, Set.of(), false));
    }

    private @Nullable String objection() {
      for (Map.Entry<String, Dimension> field : TidyLayout.DIMENSIONS.entrySet()) {
        Dimension dimension = field.getValue();
        if (needed.contains(dimension) && !present.contains(dimension)) {
          return "the object has no '" + field.getKey() + "'";
        }
        if (STATED.contains(dimension)
            && present.contains(dimension)
            && !needed.contains(dimension)) {
          return "the object has '" + field.getKey() + "', those before it have not";
        }
      }
      return null;
    }
  }
}
