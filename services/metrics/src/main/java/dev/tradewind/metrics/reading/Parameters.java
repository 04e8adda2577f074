package dev.tradewind.metrics.reading;

import java.util.ArrayList;
import java.util.List;

/** The parameters of a statement while it is put together. */
public final class Parameters {
  private final List<Object> values = new ArrayList<>();

  /** Adds a value and tells its placeholder, {@code $1} for the first. */
  public String add(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  /** The values, in order. */
  public Object[] array() {
    return values.toArray();
  }
}
