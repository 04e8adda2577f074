package dev.tradewind.metrics.answer;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is answered, in all its forms.
 *
 * @param body written as JSON
 * @param csv the same as a table
 * @param sdmx the same as observations, where it can be said so
 */
public record Content(Object body, Supplier<CsvTable> csv, Optional<Supplier<CsvTable>> sdmx) {
  /** Without SDMX. */
  public Content(Object body, Supplier<CsvTable> csv) {
    this(body, csv, Optional.empty());
  }

  /** With SDMX. */
  public Content(Object body, Supplier<CsvTable> csv, Supplier<CsvTable> sdmx) {
    this(body, csv, Optional.of(sdmx));
  }
}
