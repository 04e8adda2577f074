package dev.tradewind.standalone.client;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one place of a file.
 *
 * @param file its name
 * @param line where, from 1
 * @param column the column's name
 * @param value what stands there
 * @param code the kind of fault
 * @param severity {@code error} or {@code warning}
 * @param message in words
 * @param advice what to do
 */
public record ProblemRow(
    @Nullable String file,
    @Nullable Long line,
    @Nullable String column,
    @Nullable String value,
    String code,
    @Nullable String severity,
    @Nullable String message,
    @Nullable String advice) {}
