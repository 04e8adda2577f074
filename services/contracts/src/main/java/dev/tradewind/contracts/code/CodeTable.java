package dev.tradewind.contracts.code;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a code list that ships with the code. */
final class CodeTable {
  private CodeTable() {}

  static List<NamedCsvRecord> read(String name) {
    String resource = "/dev/tradewind/codes/" + name;
    try (InputStream stream = CodeTable.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("code list " + resource + " is missing from the build");
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
          CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
        return csv.stream().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read code list " + resource, e);
    }
  }
}
