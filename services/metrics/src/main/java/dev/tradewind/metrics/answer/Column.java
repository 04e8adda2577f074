package dev.tradewind.metrics.answer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name as in JSON
 * @param value what it holds of a row; null is an empty field, a list stands in one field
 */
public record Column<T>(String name, Function<T, ? extends @Nullable Object> value) {}
