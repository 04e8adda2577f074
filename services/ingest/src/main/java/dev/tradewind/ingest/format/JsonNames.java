package dev.tradewind.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells kinds of JSON by the names at their start. */
final class JsonNames {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int ENOUGH = 50;

  private JsonNames() {}

  /**
   * The field names of the text's first object, as far as the text goes; none if it has no object.
   */
  static List<String> ofFirstObject(String text) {
    List<String> names = new ArrayList<>();
    if (!text.stripLeading().startsWith("{")) {
      return names;
    }
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME && names.size() < ENOUGH) {
        names.add(json.currentName());
        json.nextToken();
        json.skipChildren();
      }
    } catch (IOException e) {
      // The text is only the start of a file.
      return names;
    }
    return names;
  }
}
