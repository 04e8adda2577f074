package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The series that are told about without being asked: every partner with every sector in every
 * window.
 *
 * @param partners single ones, or the world
 * @param sectors those whose sums are stored
 * @param windows in their own order
 */
record Watched(List<Partners> partners, List<SectorFilter> sectors, List<Window> windows) {
  private static final String SETTING = "tradewind.metrics.watched.";

  /**
   * As configured.
   *
   * @throws IllegalArgumentException naming the setting and what it may be
   */
  static Watched of(MetricsConfig.Watched config) {
    return of(
        config.partners(), config.sectors().orElseGet(Watched::namedSectors), config.windows());
  }

  static Watched of(List<String> partners, List<String> sectors, List<String> windows) {
    return new Watched(
        checked("partners", partners, Watched::partner, "WLD or a code of /api/v1/partners"),
        checked("sectors", sectors, Watched::sector, sectorsAllowed()),
        checked("windows", windows, Watched::window, windowsAllowed()).stream().sorted().toList());
  }

  List<String> partnerIds() {
    return partners.stream().map(Partners::id).toList();
  }

  List<String> sectorIds() {
    return sectors.stream().map(SectorFilter::id).toList();
  }

  List<String> windowIds() {
    return windows.stream().map(Window::id).toList();
  }

  /** Everything, and every sector in its default variant. */
  private static List<String> namedSectors() {
    return Stream.concat(
            Stream.of(Sector.ALL), Sector.all().stream().filter(Sector::isDefault).map(Sector::id))
        .toList();
  }

  private static <T> List<T> checked(
      String setting, List<String> ids, Function<String, @Nullable T> find, String allowed) {
    if (ids.isEmpty()) {
      throw bad(setting, "is empty", allowed);
    }
    return ids.stream()
        .map(String::strip)
        .distinct()
        .map(
            id -> {
              T found = find.apply(id);
              if (found == null) {
                throw bad(setting, "names '" + id + "'", allowed);
              }
              return found;
            })
        .toList();
  }

  private static IllegalArgumentException bad(String setting, String what, String allowed) {
    return new IllegalArgumentException(SETTING + setting + " " + what + "; allowed: " + allowed);
  }

  private static @Nullable Partners partner(String code) {
    return code.equals(Partner.WORLD) || Partner.of(code) != null ? Partners.of(code) : null;
  }

  private static @Nullable SectorFilter sector(String id) {
    SectorFilter sector = SectorFilter.of(id);
    return sector != null && sector.stored() ? sector : null;
  }

  private static @Nullable Window window(String id) {
    return Arrays.stream(Window.values())
        .filter(window -> window.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  private static String sectorsAllowed() {
    return "all, a chapter such as hs:85, or one of "
        + Sector.all().stream().map(Sector::id).collect(Collectors.joining(", "));
  }

  private static String windowsAllowed() {
    return Arrays.stream(Window.values()).map(Window::id).collect(Collectors.joining(", "));
  }
}
