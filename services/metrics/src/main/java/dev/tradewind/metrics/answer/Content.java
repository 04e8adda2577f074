package dev.tradewind.metrics.answer;

import java.util.function.Supplier;

/**
 * What is answered, in both forms.
 *
 * @param body written as JSON
 * @param csv the same as a table
 */
public record Content(Object body, Supplier<CsvTable> csv) {}
