package dev.tradewind.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record of UN Comtrade, put into our words. */
final class ComtradeRecord {
  private static final String CHINA = "156";

  /** More digits than any amount has; rounding a number of a thousand digits is no work for us. */
  private static final int MOST_DIGITS = 30;

  /** Comtrade's partners: UN M49, with areas and older codes of its own. */
  private static final Map<String, String> PARTNERS = new HashMap<>();

  /** Fields that split a cell, each with the value that means the whole. */
  private static final Map<String, String> WHOLE =
      Map.of("customsCode", "C00", "motCode", "0", "mosCode", "0", "partner2Code", "0");

  private static final Set<String> FIELDS =
      Set.of(
          "freqCode",
          "period",
          "reporterCode",
          "partnerCode",
          "flowCode",
          "cmdCode",
          "classificationCode",
          "primaryValue",
          "qty",
          "qtyUnitAbbr",
          "customsCode",
          "motCode",
          "mosCode",
          "partner2Code");

  static {
    for (Partner partner : Partner.all()) {
      if (!partner.m49().isEmpty()) {
        PARTNERS.put(plain(partner.m49()), partner.code());
      }
    }
    PARTNERS.put("0", Partner.WORLD);
    Map.of(
            "842",
            "USA",
            "251",
            "FRA",
            "757",
            "CHE",
            "579",
            "NOR",
            "699",
            "IND",
            "490",
            "TWN",
            // Areas that are not named: the same as customs' own.
            "577",
            "X299",
            "568",
            "X399",
            "636",
            "X499",
            "899",
            "X701")
        .forEach(PARTNERS::put);
  }

  private final Map<String, String> fields = new HashMap<>();
  private boolean twice;

  /**
   * Why a record cannot be used.
   *
   * @param field where it stands
   * @param value what stands there
   */
  record Objection(ProblemCode code, String field, String value, String message) {}

  /** Reads the object that the parser stands at. */
  void read(JsonParser json) throws IOException {
    fields.clear();
    twice = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (!token.isScalarValue()) {
        json.skipChildren();
      } else if (token != JsonToken.VALUE_NULL && FIELDS.contains(name)) {
        twice |= fields.put(name, json.getText()) != null;
      }
    }
  }

  /** What stands against the record, apart from what the check of every row finds; or null. */
  @Nullable Objection objection() {
    String reporter = get("reporterCode");
    if (twice) {
      return new Objection(ProblemCode.ROW_SHAPE, "data", "", "a field is there twice");
    }
    if (!reporter.equals(CHINA)) {
      return new Objection(
          ProblemCode.UNKNOWN_REGION,
          "reporterCode",
          reporter,
          "'" + reporter + "' is not China, 156");
    }
    String classification = get("classificationCode");
    if (!classification.isEmpty() && !classification.startsWith("H")) {
      return new Objection(
          ProblemCode.BAD_HS_CODE,
          "classificationCode",
          classification,
          "'" + classification + "' is not the Harmonized System");
    }
    for (Map.Entry<String, String> whole : WHOLE.entrySet()) {
      String part = get(whole.getKey());
      if (!part.isEmpty() && !part.equals(whole.getValue())) {
        return new Objection(
            ProblemCode.PARTIAL_ROW,
            whole.getKey(),
            part,
            "'%s' is a part of a cell, '%s' is the whole".formatted(part, whole.getValue()));
      }
    }
    return null;
  }

  void fill(RowBuffer row) {
    String partner = get("partnerCode");
    row.get(Dimension.PERIOD).set(get("period"));
    row.get(Dimension.REGION).set(Region.NATION);
    row.get(Dimension.PARTNER).set(PARTNERS.getOrDefault(plain(partner), "M49 " + partner));
    row.get(Dimension.PRODUCT).set(get("cmdCode"));
    row.get(Dimension.VALUE).set(rounded(get("primaryValue"), 2));
    row.get(Dimension.FLOW).set(get("flowCode"));
    row.get(Dimension.FREQUENCY).set(get("freqCode"));
    String unit = get("qtyUnitAbbr");
    if (!unit.isEmpty() && !unit.equals("N/A") && !unit.equals("-1")) {
      row.get(Dimension.QUANTITY).set(rounded(get("qty"), 0));
      row.get(Dimension.UNIT).set(unit);
    }
  }

  private String get(String field) {
    return fields.getOrDefault(field, "");
  }

  private static String plain(String number) {
    return number.length() > 1 && number.startsWith("0") ? plain(number.substring(1)) : number;
  }

  /** Values were converted from renminbi, and come with as many decimals as a machine has. */
  private static String rounded(String number, int decimals) {
    if (number.length() > MOST_DIGITS) {
      return number;
    }
    try {
      BigDecimal value = new BigDecimal(number);
      return Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS
          ? number
          : value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    } catch (NumberFormatException e) {
      // The check of the row says what is wrong with it.
      return number;
    }
  }
}
