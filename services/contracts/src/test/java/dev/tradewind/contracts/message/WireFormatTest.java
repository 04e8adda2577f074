package dev.tradewind.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden files pin the wire format: whoever changes it sees it here first. */
class WireFormatTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "export-block,export-block",
    "submission-published,submission-event",
    "submission-withdrawn,submission-event",
    "indicators,indicator-event",
    "submission-applied,indicator-event"
  })
  void aMessageIsReadAndWrittenWordForWordAndFitsItsSchema(String golden, String schema)
      throws IOException {
    // Given
    byte[] file = resource("/golden/" + golden + ".json");
    Class<?> type =
        switch (schema) {
          case "export-block" -> ExportBlock.class;
          case "submission-event" -> SubmissionEvent.class;
          default -> IndicatorEvent.class;
        };

    // When
    Object message = MessageCodec.read(file, type);
    byte[] written = MessageCodec.write(message);

    // Then
    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(compact(file));
    assertThat(schema(schema).validate(JSON.readTree(written))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "export-block,export-block,rows",
    "submission-published,submission-event,endOffsets",
    "indicators,indicator-event,applySeq",
    "submission-applied,indicator-event,events"
  })
  void aMessageWithoutARequiredFieldDoesNotFitItsSchema(String golden, String schema, String field)
      throws IOException {
    ObjectNode message = (ObjectNode) JSON.readTree(resource("/golden/" + golden + ".json"));
    message.remove(field);
    assertThat(schema(schema).validate(message)).isNotEmpty();
  }

  @Test
  void rowsOfAnEarlierWriterHaveNoRankChangeAndNoScore() throws IOException {
    byte[] earlier = resource("/golden/earlier/indicators.json");

    IndicatorEvent.Slice slice = MessageCodec.read(earlier, IndicatorEvent.Slice.class);

    assertThat(schema("indicator-event").validate(JSON.readTree(earlier))).isEmpty();
    assertThat(slice.rows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.status()).isNotEmpty())
        .allSatisfy(row -> assertThat(row.rankChange()).isNull())
        .allSatisfy(row -> assertThat(row.zScore()).isNull());
  }

  @Test
  void aCloseOfAnEarlierWriterHasNoTimelineAndNoGroups() throws IOException {
    byte[] earlier = resource("/golden/earlier/submission-applied.json");

    IndicatorEvent.SubmissionApplied close =
        MessageCodec.read(earlier, IndicatorEvent.SubmissionApplied.class);

    assertThat(schema("indicator-event").validate(JSON.readTree(earlier))).isEmpty();
    assertThat(close.newest()).hasSize(1);
    assertThat(close.timeline()).isEmpty();
    assertThat(close.groups()).isEmpty();
  }

  @Test
  void aFieldOfALaterVersionIsIgnored() throws IOException {
    ObjectNode message = (ObjectNode) JSON.readTree(resource("/golden/export-block.json"));
    message.put("invented", "later");
    ExportBlock block = MessageCodec.read(JSON.writeValueAsBytes(message), ExportBlock.class);
    assertThat(block.key()).isEqualTo("CN-GD|2025-07");
  }

  @Test
  void aPoisonRecordIsAnIoException() {
    assertThatThrownBy(
            () ->
                MessageCodec.read(
                    "{\"type\":\"no\"}".getBytes(StandardCharsets.UTF_8), SubmissionEvent.class))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> MessageCodec.read("null".getBytes(StandardCharsets.UTF_8), ExportBlock.class))
        .isInstanceOf(IOException.class);
  }

  private static String compact(byte[] file) throws IOException {
    JsonNode tree =
        JSON.readerFor(JsonNode.class)
            .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(
                com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .readValue(file);
    return JSON.writer()
        .with(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
        .writeValueAsString(tree);
  }

  private static JsonSchema schema(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            new String(
                resource("/dev/tradewind/schemas/" + name + ".json"), StandardCharsets.UTF_8));
  }

  private static byte[] resource(String path) {
    try (InputStream stream = WireFormatTest.class.getResourceAsStream(path)) {
      assertThat(stream).as(path).isNotNull();
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
