package dev.tradewind.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullableFieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"string\"} | {\"type\":[\"string\",\"null\"]}",
        "{\"type\":\"string\",\"enum\":[\"a\"]} | {\"type\":\"string\",\"enum\":[\"a\"]}",
        "{\"$ref\":\"#/components/schemas/X\",\"description\":\"d\"}"
            + " | {\"description\":\"d\",\"anyOf\":[{\"$ref\":\"#/components/schemas/X\"},{\"type\":\"null\"}]}",
        "{\"type\":[\"string\",\"null\"]} | {\"type\":[\"string\",\"null\"]}",
        "{} | {}",
      })
  void a_field_that_need_not_be_there_may_be_null(String before, String after)
      throws JsonProcessingException {
    assertThat(allowed(before, "")).isEqualTo(JSON.readTree(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{\"type\":\"string\"}", "{\"$ref\":\"#/components/schemas/X\"}"})
  void a_field_that_is_always_there_may_not(String field) throws JsonProcessingException {
    assertThat(allowed(field, "\"f\"")).isEqualTo(JSON.readTree(field));
  }

  private static Object allowed(String field, String required) throws JsonProcessingException {
    ObjectNode document =
        (ObjectNode)
            JSON.readTree(
                "{\"components\":{\"schemas\":{\"T\":{\"required\":[%s],\"properties\":{\"f\":%s}}}}}"
                    .formatted(required, field));
    NullableFields.allow(document);
    return document.at("/components/schemas/T/properties/f");
  }
}
