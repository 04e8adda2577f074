package dev.tradewind.metrics.answer;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Group;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.sector.SectorFilter;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, checked: an error names the parameter and what is allowed. */
public final class Question {
  /** Every tabular answer has several forms. */
  private static final List<String> FORMS = List.of(Form.PARAMETER, Form.MARK_PARAMETER);

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
  private static final List<String> WINDOWS =
      Arrays.stream(Window.values()).map(Window::id).toList();

  private final MultivaluedMap<String, String> parameters;
  private final String path;

  private Question(String path, MultivaluedMap<String, String> parameters) {
    this.path = path;
    this.parameters = parameters;
  }

  /** The same, of which the answer also depends on something that is not asked: the day. */
  public Question on(LocalDate day) {
    return new Question(day + " " + path, parameters);
  }

  /** Of a request that may have these parameters and no others, each once. */
  public static Question of(UriInfo uri, List<String> allowed) {
    MultivaluedMap<String, String> parameters = uri.getQueryParameters();
    parameters.forEach(
        (name, values) -> {
          if (!allowed.contains(name) && !FORMS.contains(name)) {
            throw bad(name, "unknown here; allowed are " + String.join(", ", allowed) + ".");
          }
          if (values.size() > 1) {
            throw bad(name, "given " + values.size() + " times; give it once.");
          }
        });
    return new Question(uri.getPath(), parameters);
  }

  /** The whole question, the same for the same parameters in any order. */
  public String key() {
    return path
        + "?"
        + new TreeMap<>(parameters)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().get(0))
                .collect(Collectors.joining("&"));
  }

  /** A parameter's text, if it was given. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(parameters.getFirst(name)).filter(value -> !value.isEmpty());
  }

  /** One of a few words. */
  public String oneOf(String name, List<String> allowed, String otherwise) {
    String value = text(name).orElse(otherwise);
    if (!allowed.contains(value)) {
      throw bad(name, "'" + value + "' is none of " + String.join(", ", allowed) + ".");
    }
    return value;
  }

  /** A month such as {@code 2025-07}. */
  public Optional<YearMonth> month(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return YearMonth.parse(value);
              } catch (DateTimeException e) {
                throw bad(name, "'" + value + "' is not a month such as 2025-07.");
              }
            });
  }

  /** A whole number in a range. */
  public int number(String name, int least, int most, int otherwise) {
    return text(name)
        .map(
            value -> {
              if (value.length() <= 9 && value.chars().allMatch(Character::isDigit)) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                  return number;
                }
              }
              throw bad(
                  name, "'" + value + "' is not a number from " + least + " to " + most + ".");
            })
        .orElse(otherwise);
  }

  /** An amount or a fraction that is not negative. */
  public BigDecimal decimal(String name, BigDecimal otherwise) {
    return text(name)
        .map(
            value -> {
              if (!DECIMAL.matcher(value).matches()) {
                throw bad(name, "'" + value + "' is not a number such as 1000000 or 0.01.");
              }
              return new BigDecimal(value);
            })
        .orElse(otherwise);
  }

  /** The months that figures sum over; the year to date unless asked otherwise. */
  public Window window() {
    return Window.of(oneOf("window", WINDOWS, Window.YTD.id()));
  }

  /** The window's last month, if it was given. */
  public Optional<YearMonth> period(Window window) {
    Optional<YearMonth> period = month("period");
    if (period.isPresent() && !window.exists(period.get())) {
      throw bad("window", "jan-feb exists for February only, not for " + period.get());
    }
    return period;
  }

  /** ISO 4217, dollars unless asked otherwise. */
  public String currency() {
    String value = text("currency").orElse("USD");
    if (!CURRENCY.matcher(value).matches()) {
      throw bad("currency", "'" + value + "' is not a code of ISO 4217 such as USD or CNY.");
    }
    return value;
  }

  /** Whether CSV is to begin with a byte order mark. */
  boolean mark() {
    return oneOf(Form.MARK_PARAMETER, List.of("true", "false"), "false").equals("true");
  }

  /** An earlier state, if one is asked for. */
  public Optional<AsOf> asOf() {
    return text(AsOf.PARAMETER).map(AsOf::parse);
  }

  /** A partner, the world or a group; the United States unless asked otherwise. */
  public Partners partner(Groups groups) {
    return partner(groups, "partner", "USA");
  }

  /** The same under another name. */
  public Partners partner(Groups groups, String name, String otherwise) {
    return known(name, text(name).orElse(otherwise), groups::partners, partnersAllowed(groups));
  }

  /** What to sum over, everything unless asked otherwise. */
  public SectorFilter sector(Groups groups) {
    return known(
        "sector", text("sector").orElse(Sector.ALL), groups::sector, groups.allowedSectors());
  }

  /** Regions and groups of them, comma-separated. Empty if the parameter was not given. */
  public List<Area> areas(Groups groups) {
    return list(
        "region",
        groups::area,
        "an ISO 3166-2 code such as CN-GD, CN, or one of "
            + String.join(", ", groups.ids(Group.Kind.REGION))
            + "; see /api/v1/regions and /api/v1/groups");
  }

  /** Partners and groups of them, comma-separated. Empty if the parameter was not given. */
  public List<Partners> partners(Groups groups) {
    return list("partner", groups::partners, partnersAllowed(groups));
  }

  /** Comma-separated references that all mean something, in the order given, each once. */
  public <T> List<T> list(String name, Function<String, @Nullable T> find, String allowed) {
    List<T> found = new ArrayList<>();
    for (String code : text(name).map(value -> value.split(",", -1)).orElse(new String[0])) {
      T one = known(name, code, find, allowed);
      if (!found.contains(one)) {
        found.add(one);
      }
    }
    return found;
  }

  /** Comma-separated words that must all pass the check, sorted, each once. */
  public List<String> codes(String name, Predicate<String> known, String allowed) {
    TreeSet<String> codes = new TreeSet<>();
    for (String code : text(name).map(value -> value.split(",", -1)).orElse(new String[0])) {
      if (!known.test(code)) {
        throw bad(name, "'" + code + "' is not " + allowed + ".");
      }
      codes.add(code);
    }
    return List.copyOf(codes);
  }

  /** A 400 that names the parameter and what is allowed. */
  public static ProblemException bad(String parameter, String detail) {
    return Problem.badParameter(parameter, detail).asException();
  }

  private static String partnersAllowed(Groups groups) {
    return "an ISO 3166-1 alpha-3 code such as USA, WLD, or one of "
        + String.join(", ", groups.ids(Group.Kind.PARTNER))
        + "; see /api/v1/partners and /api/v1/groups";
  }

  private static <T> T known(
      String name, String code, Function<String, @Nullable T> find, String allowed) {
    T found = find.apply(code);
    if (found == null) {
      throw bad(name, "'" + code + "' is not known; allowed is " + allowed + ".");
    }
    return found;
  }
}
