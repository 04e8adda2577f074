package dev.tradewind.metrics.group;

import dev.tradewind.contracts.code.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One region, or several that are added up.
 *
 * @param code ISO 3166-2, {@code CN} for all, or a group such as {@code coastal-six}
 * @param nameEn its English name
 * @param nameZh its Chinese name
 * @param members the regions' numbers in {@link RegionOrder}, ascending
 */
public record Area(String code, String nameEn, String nameZh, List<Integer> members) {
  /** The nation: the sum of all regions. */
  public static final Area NATION =
      new Area(
          Region.NATION,
          Region.nameEn(Region.NATION),
          Region.nameZh(Region.NATION),
          IntStream.range(0, RegionOrder.COUNT).boxed().toList());

  /** The regions, in the order of their numbers. */
  public static final List<Area> REGIONS =
      IntStream.range(0, RegionOrder.COUNT).mapToObj(Area::number).toList();

  /** The region of that ISO code or the nation; null if there is none. */
  public static @Nullable Area of(String code) {
    if (code.equals(Region.NATION)) {
      return NATION;
    }
    Integer number = RegionOrder.number(code);
    return number == null ? null : REGIONS.get(number);
  }

  /** Whether it is one region: only those have ranks. */
  public boolean single() {
    return members.size() == 1;
  }

  /** Whether it is all regions. */
  public boolean whole() {
    return members.size() == RegionOrder.COUNT;
  }

  /** The ISO codes of its regions. */
  public List<String> regions() {
    return members.stream().map(RegionOrder::code).toList();
  }

  private static Area number(int number) {
    String code = RegionOrder.code(number);
    return new Area(code, Region.nameEn(code), Region.nameZh(code), List.of(number));
  }
}
