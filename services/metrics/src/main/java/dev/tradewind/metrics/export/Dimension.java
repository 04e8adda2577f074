package dev.tradewind.metrics.export;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What exports can be grouped by. */
enum Dimension {
  PERIOD("period", "f.period"),
  REGION("region", "f.region"),
  /** The groups that the filter names, each as a whole. */
  REGION_GROUP("region-group", "rg.id"),
  /** Codes as they are listed, of any level. */
  PRODUCT("product", "f.product"),
  HS2("hs2", "left(f.product, 2)"),
  HS4("hs4", "left(f.product, 4)"),
  HS6("hs6", "left(f.product, 6)"),
  HS8("hs8", "left(f.product, 8)"),
  /** Sectors of the code list; they overlap. */
  SECTOR("sector", "m.sector"),
  PARTNER("partner", "f.partner"),
  /** The groups that the filter names, each as a whole. */
  PARTNER_GROUP("partner-group", "pg.id");

  static final List<String> NAMES = Arrays.stream(values()).map(d -> d.name).toList();

  /** Of these, a question can have one. */
  static final Set<Dimension> PRODUCTS = EnumSet.of(PRODUCT, HS2, HS4, HS6, HS8, SECTOR);

  private final String name;
  private final String column;

  Dimension(String name, String column) {
    this.name = name;
    this.column = column;
  }

  /** The name in the API. */
  String id() {
    return name;
  }

  /** The expression in the statement. */
  String column() {
    return column;
  }

  /** The same where sums are read that are stored by chapter and sector. */
  String storedColumn() {
    return switch (this) {
      case HS2 -> "substr(f.sector, 4)";
      case SECTOR -> "f.sector";
      default -> column;
    };
  }

  /** How many digits it has, 0 if it is no level of the Harmonized System. */
  int digits() {
    return switch (this) {
      case HS2 -> 2;
      case HS4 -> 4;
      case HS6 -> 6;
      case HS8 -> 8;
      default -> 0;
    };
  }
}
