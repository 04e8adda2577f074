package dev.tradewind.alerts.wording;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What series, periods and data are called in English. */
public final class Names {
  private static final String UNITED_STATES = "USA";

  private Names() {}

  /** "US exports", "Exports to Vietnam", "US exports (Footwear)". */
  public static String exports(String partner, String sector) {
    String exports =
        partner.equals(UNITED_STATES) ? "US exports" : "Exports to " + Partner.nameEn(partner);
    return sector.equals(Sector.ALL) ? exports : exports + " (" + sector(sector) + ")";
  }

  /** "the US", "Vietnam". */
  public static String partner(String partner) {
    return partner.equals(UNITED_STATES) ? "the US" : Partner.nameEn(partner);
  }

  /** "Guangdong", "China". */
  public static String region(String region) {
    return Region.nameEn(region);
  }

  /** The months of a window: "January–August 2025". */
  public static String months(Window window, YearMonth period) {
    return switch (window) {
      case MONTH -> month(period);
      case YTD, JAN_FEB -> period.getMonthValue() == 1 ? month(period) : "January–" + month(period);
      case R12M -> "12 months to " + month(period);
    };
  }

  /** What unofficial data are: "Modelled data"; empty if nothing is said of them. */
  public static String data(List<String> labels) {
    String all =
        labels.stream().filter(label -> !label.isBlank()).collect(Collectors.joining(", "));
    if (all.isEmpty()) {
      return "";
    }
    return Character.toUpperCase(all.charAt(0)) + all.substring(1) + " data";
  }

  /** A sector's name. */
  public static String sector(String id) {
    Sector sector = Sector.of(id);
    if (sector != null) {
      return sector.nameEn();
    }
    return id.startsWith("hs:") ? "HS " + id.substring(3) : id.replace(':', ' ').replace('_', ' ');
  }

  private static String month(YearMonth period) {
    return period.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + period.getYear();
  }
}
