package dev.tradewind.alerts.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.alerts.rule.Scope;
import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.Problem.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rule that a person wrote, and says everything that is wrong with it. */
public final class RuleReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern LINE =
      Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,120}");
  private static final Pattern LINE_OR_NOTHING =
      Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{0,120}");
  private static final Pattern PARTNER = Pattern.compile("[A-Z0-9]{3,8}");
  private static final Pattern SECTOR = Pattern.compile("[a-z0-9][a-z0-9:._-]{0,59}");
  private static final Pattern PREFIX = Pattern.compile("hs:[0-9]{2,8}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern REGION = Pattern.compile("CN(-[A-Z]{2})?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,62}");

  /** They are addresses of other things. */
  private static final Set<String> RESERVED = Set.of("import", "backtest");

  /** What is answered beside what is written, and ignored when it comes back. */
  private static final Set<String> ANSWERED =
      Set.of("version", "provisioned", "newestPeriodOnly", "newest", "updatedAt", "updatedBy");

  private static final int MOST_PERIODS = 36;
  private static final int MOST_REGIONS = 32;
  private static final int MOST_NAMES = 20;

  private RuleReader() {}

  /**
   * What was read.
   *
   * @param document null if something is wrong
   */
  public record Reading(@Nullable RuleDocument document, List<Violation> violations) {}

  /**
   * Reads a rule.
   *
   * @param id that it has where the text does not say; null if the text must
   * @param prefix of the fields' names in violations
   */
  public static Reading read(JsonNode node, @Nullable String id, String prefix) {
    Fields fields = new Fields(node, prefix);
    if (!node.isObject()) {
      fields.wrong("", "a rule is an object.");
      return new Reading(null, fields.violations());
    }
    RuleDocument document = document(fields, id);
    fields.nothingElseThan(ANSWERED);
    return new Reading(fields.violations().isEmpty() ? document : null, fields.violations());
  }

  /** The rule, or a 400 that names everything that is wrong. */
  public static RuleDocument require(JsonNode node, @Nullable String id) {
    Reading reading = read(node, id, "");
    RuleDocument document = reading.document();
    if (document == null) {
      throw invalid(reading.violations());
    }
    return document;
  }

  static RuntimeException invalid(List<Violation> violations) {
    return Problem.of(400, "bad-rule", "The rule is not valid.")
        .withDetail(
            violations.get(0).parameter()
                + ": "
                + violations.get(0).detail()
                + (violations.size() > 1 ? " And " + (violations.size() - 1) + " more." : ""))
        .withErrors(violations)
        .asException();
  }

  private static RuleDocument document(Fields fields, @Nullable String otherwise) {
    String id = fields.text("id", ID, "use lower-case letters, digits and hyphens.", otherwise);
    if (RESERVED.contains(id)) {
      fields.wrong("id", "'" + id + "' is an address of something else.");
    }
    if (otherwise != null && !id.equals(otherwise)) {
      fields.wrong("id", "it cannot change; the address says " + otherwise + ".");
    }
    Indicator indicator = fields.required("indicator", Indicator::of, Indicator.YOY);
    Comparison comparison = fields.choice("comparison", Comparison::of, Comparison.AT_OR_BELOW);
    Scope.Kind scope = fields.choice("scope", Scope.Kind::of, Scope.Kind.PROVINCES);
    Window window = fields.required("window", Window::of, Window.YTD);
    String name = fields.text("name", LINE, "use one line of up to 120 characters.", null);
    String owner =
        fields.text("owner", LINE_OR_NOTHING, "use one line of up to 120 characters.", "");
    int periods = fields.integer("periods", 1, MOST_PERIODS, 1);
    BigDecimal warning = fields.decimal("warning");
    BigDecimal critical = fields.decimal("critical");
    thresholds(fields, comparison, warning, critical);
    return new RuleDocument(
        id,
        name,
        owner,
        fields.flag("enabled", true),
        indicator,
        scope,
        regions(fields, scope),
        group(fields, scope),
        partner(fields),
        sector(fields),
        window,
        fields.text("currency", CURRENCY, "use an ISO 4217 code such as USD.", "USD"),
        comparison,
        warning,
        critical,
        fields.integer("times", 1, periods, 1),
        periods,
        fields.size("minBase").toPlainString(),
        fields.size("minChange").toPlainString(),
        fields.size("minContribution"),
        fields.size("recoveryMargin"),
        fields.flag("newYearGuard", true),
        fields.list("receivers", MOST_NAMES, NAME, "use the name of a channel."),
        fields.map(
            "labels",
            MOST_NAMES,
            LABEL,
            LINE,
            "use a name of letters, digits and underscores, and a text of up to 120 characters."));
  }

  private static void thresholds(
      Fields fields,
      Comparison comparison,
      @Nullable BigDecimal warning,
      @Nullable BigDecimal critical) {
    if (warning == null && critical == null) {
      if (!fields.has("warning") && !fields.has("critical")) {
        fields.wrong("warning", "give a warning, a critical threshold, or both.");
      }
    } else if (warning != null
        && critical != null
        && (warning.compareTo(critical) == 0 || !comparison.reaches(critical, warning))) {
      fields.wrong(
          "critical",
          "it must be further out than the warning: "
              + (comparison == Comparison.AT_OR_BELOW ? "below " : "above ")
              + warning.toPlainString()
              + ".");
    }
  }

  private static List<String> regions(Fields fields, Scope.Kind scope) {
    List<String> regions =
        fields.list("regions", MOST_REGIONS, REGION, "use an ISO 3166-2 code such as CN-GD.");
    for (String region : regions) {
      if (!region.equals(Region.NATION) && Region.of(region) == null) {
        fields.wrong("regions", region + " is no province; use a code such as CN-GD.");
      }
    }
    if (scope == Scope.Kind.REGIONS && regions.isEmpty()) {
      fields.wrong("regions", "name at least one, or use another scope.");
    } else if (scope != Scope.Kind.REGIONS && !regions.isEmpty()) {
      fields.wrong("regions", "they need the scope 'regions'.");
    }
    return regions;
  }

  private static @Nullable String group(Fields fields, Scope.Kind scope) {
    if (scope == Scope.Kind.GROUP) {
      return fields.text("group", NAME, "use the id of a region group.", null);
    }
    if (fields.has("group")) {
      fields.wrong("group", "it needs the scope 'group'.");
    }
    return null;
  }

  private static String partner(Fields fields) {
    String allowed = "use an ISO 3166-1 alpha-3 code such as USA, or WLD.";
    String partner = fields.text("partner", PARTNER, allowed, null);
    if (!partner.isEmpty() && !partner.equals(Partner.WORLD) && Partner.of(partner) == null) {
      fields.wrong("partner", allowed);
    }
    return partner;
  }

  private static String sector(Fields fields) {
    String allowed = "use the id of a sector, hs: and a prefix, or all.";
    String sector = fields.text("sector", SECTOR, allowed, Sector.ALL);
    if (!sector.equals(Sector.ALL)
        && Sector.of(sector) == null
        && !PREFIX.matcher(sector).matches()) {
      fields.wrong("sector", allowed);
    }
    return sector;
  }
}
