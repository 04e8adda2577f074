package dev.tradewind.metrics.group;

import dev.tradewind.contracts.code.Region;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The 31 regions as numbers from 0, in the order of their customs codes. */
public final class RegionOrder {
  /** The regions' codes; a region's place is its number. */
  public static final List<String> CODES = Region.all().stream().map(Region::code).toList();

  /** How many regions there are. */
  public static final int COUNT = CODES.size();

  private static final Map<String, Integer> NUMBERS =
      IntStream.range(0, COUNT).boxed().collect(Collectors.toMap(CODES::get, i -> i));

  /**
   * An SQL expression: the values of columns {@code region} and {@code value}, one for each region,
   * as an array in which each stands at its region's place.
   */
  public static final String PACKED =
      CODES.stream()
          .map(code -> "max(value) FILTER (WHERE region = '" + code + "')")
          .collect(Collectors.joining(", ", "ARRAY[", "]"));

  private RegionOrder() {}

  /** The number of a region, or null if there is no such region. */
  public static @Nullable Integer number(String code) {
    return NUMBERS.get(code);
  }

  /** The code of that number. */
  public static String code(int number) {
    return CODES.get(number);
  }
}
