package dev.tradewind.alerts.backtest;

import dev.tradewind.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which periods are replayed. */
public final class PeriodRange {
  private static final YearMonth EARLIEST = YearMonth.of(1, 1);
  private static final YearMonth LATEST = YearMonth.of(9999, 12);

  @Parameter(description = "The first period", example = "2018-01")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(description = "The last period", example = "2025-08")
  @QueryParam("to")
  @Nullable String to;

  /** A 400 if it is no month. */
  YearMonth first() {
    return from == null ? EARLIEST : month("from", from);
  }

  /** A 400 if it is no month. */
  YearMonth last() {
    return to == null ? LATEST : month("to", to);
  }

  private static YearMonth month(String parameter, String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw Problem.badParameter(parameter, "use a month such as 2025-08.").asException();
    }
  }
}
