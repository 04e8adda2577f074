package dev.tradewind.ingest.source;

import dev.tradewind.ingest.upload.SubmissionOptions;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A watched place.
 *
 * @param name as configured
 * @param place where it is
 * @param options how its files are sent
 * @param results whether results are written beside the files
 */
record Source(String name, Place place, SubmissionOptions options, boolean results) {
  static Source of(String name, Place place, SourceConfig.Place config) {
    return new Source(name, place, options(config.options().orElse("")), config.results());
  }

  private static SubmissionOptions options(String query) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isBlank()) {
        String[] sides = pair.split("=", 2);
        parameters.add(
            sides[0].strip(),
            URLDecoder.decode(sides.length == 2 ? sides[1] : "", StandardCharsets.UTF_8));
      }
    }
    return SubmissionOptions.of(parameters);
  }
}
