package dev.tradewind.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON of UN Comtrade: {@code {"count":…,"data":[{…}],"error":""}}. It reports the nation as a
 * whole, in US dollars: a reference series, never added to regions.
 */
final class ComtradeJson implements ExportFormat {
  /** Names come from outside, so they are not kept for ever. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  /** What it gives at most without a key, with a free one, and with a paid one. */
  private static final Set<Long> ROW_LIMITS = Set.of(500L, 100_000L, 250_000L);

  private static final Map<Dimension, String> COLUMNS = new EnumMap<>(Dimension.class);

  static {
    COLUMNS.put(Dimension.PERIOD, "period");
    COLUMNS.put(Dimension.REGION, "reporterCode");
    COLUMNS.put(Dimension.PARTNER, "partnerCode");
    COLUMNS.put(Dimension.PRODUCT, "cmdCode");
    COLUMNS.put(Dimension.VALUE, "primaryValue");
    COLUMNS.put(Dimension.FLOW, "flowCode");
    COLUMNS.put(Dimension.FREQUENCY, "freqCode");
    COLUMNS.put(Dimension.QUANTITY, "qty");
    COLUMNS.put(Dimension.UNIT, "qtyUnitAbbr");
  }

  @Override
  public String id() {
    return "comtrade-json";
  }

  @Override
  public boolean detects(Head head) {
    List<String> names = JsonNames.ofFirstObject(head.text());
    return names.contains("data") || names.contains("error");
  }

  @Override
  public void read(Source source, RowSink sink) throws IOException {
    Reading reading = new Reading(sink);
    try (JsonParser json = JSON.createParser(source.text())) {
      reading.envelope(json);
    } catch (JsonProcessingException e) {
      sink.problem(
          ProblemCode.TRUNCATED_FILE,
          reading.line,
          null,
          null,
          "the JSON ends too early or is damaged near this line: " + e.getOriginalMessage());
    } catch (UnreadableException e) {
      sink.problem(e.code(), reading.line, null, null, e.getMessage() + ", near this line");
    }
  }

  private static final class Reading {
    private final RowSink sink;
    private final RowBuffer row = new RowBuffer();
    private final ComtradeRecord record = new ComtradeRecord();
    private long line = 1;
    private long records;

    Reading(RowSink sink) {
      this.sink = sink;
    }

    void envelope(JsonParser json) throws IOException {
      sink.header(new Header(COLUMNS, "USD", null, ROW_LIMITS, false));
      json.nextToken();
      long count = -1;
      boolean data = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        if (name.equals("data") && token == JsonToken.START_ARRAY) {
          data = true;
          records(json);
        } else if (name.equals("count") && token == JsonToken.VALUE_NUMBER_INT) {
          count = json.getLongValue();
        } else if (name.equals("error") && token == JsonToken.VALUE_STRING) {
          reportError(json.getText());
        } else {
          json.skipChildren();
        }
      }
      if (json.nextToken() != null) {
        sink.problem(
            ProblemCode.MALFORMED_FILE, line, null, null, "something follows the answer's end");
      }
      reportCount(data, count);
    }

    private void reportError(String error) {
      if (!error.isBlank()) {
        sink.problem(
            ProblemCode.SOURCE_ERROR, 1L, "error", error, "the answer is an error of its source");
      }
    }

    private void reportCount(boolean data, long count) {
      if (!data) {
        sink.problem(ProblemCode.MISSING_COLUMN, 1L, "data", null, "the answer has no data");
      } else if (count >= 0 && count != records) {
        sink.problem(
            ProblemCode.TRUNCATED_FILE,
            line,
            "count",
            Long.toString(count),
            "the answer announces %d records and holds %d".formatted(count, records));
      }
    }

    private void records(JsonParser json) throws IOException {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        line = json.currentTokenLocation().getLineNr();
        records++;
        if (json.currentToken() != JsonToken.START_OBJECT) {
          json.skipChildren();
          sink.problem(
              ProblemCode.ROW_SHAPE, line, null, null, "record " + records + " is no object");
        } else {
          record.read(json);
          handOver();
        }
      }
    }

    private void handOver() {
      ComtradeRecord.Objection objection = record.objection();
      if (objection == null) {
        row.clear(line);
        record.fill(row);
        sink.row(row);
      } else {
        sink.problem(
            objection.code(),
            line,
            objection.field(),
            objection.value(),
            objection.message() + " (record " + records + ")");
      }
    }
  }
}
