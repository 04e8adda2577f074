package dev.tradewind.ingest.line;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The lines of a submission's files that a number was made of. */
@Path("/api/v1/submissions/{id}/lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class LineResource {
  private static final int LARGEST_LIMIT = 1_000;
  private static final int MOST_CODES = 1_000;

  private final Lines lines;

  LineResource(Lines lines) {
    this.lines = lines;
  }

  /** Reads the stored files again, up to the last row of the part. */
  @GET
  @Blocking
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getSubmissionLines",
      summary =
          "The lines of a submission's files for given months, regions, partners and products",
      description =
          "Each filter takes codes separated by commas; products are HS prefixes. A cursor goes with"
              + " the filters that it was given for.")
  public Page<LineItem> lines(
      @RestPath UUID id,
      @RestQuery @Nullable String period,
      @RestQuery @Nullable String region,
      @RestQuery @Nullable String partner,
      @RestQuery @Nullable String product,
      @RestQuery @DefaultValue("100") int limit,
      @RestQuery @Nullable String cursor)
      throws IOException {
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw bad("limit", "not a number from 1 to " + LARGEST_LIMIT);
    }
    Place start = cursor == null ? Place.START : Place.of(cursor);
    if (start == null) {
      throw badCursor();
    }
    return lines.find(
        id,
        new Wanted(
            months(period),
            codes(
                "region",
                region,
                code -> code.equals(Region.NATION) || Region.of(code) != null,
                "an ISO 3166-2 code such as CN-GD"),
            codes(
                "partner",
                partner,
                code -> code.equals(Partner.WORLD) || Partner.of(code) != null,
                "an ISO 3166-1 alpha-3 code such as USA"),
            codes(
                "product",
                product,
                code -> code.matches("TOTAL|[0-9]{2,8}"),
                "an HS prefix of 2 to 8 digits")),
        start,
        limit);
  }

  static RuntimeException badCursor() {
    return Problem.badParameter("cursor", "take it from 'next' of the part before").asException();
  }

  private static Set<YearMonth> months(@Nullable String text) {
    try {
      return split("period", text).stream().map(YearMonth::parse).collect(Collectors.toSet());
    } catch (DateTimeException e) {
      throw bad("period", "'" + text + "' is not a month such as 2025-07, or several");
    }
  }

  private static Set<String> codes(
      String name, @Nullable String text, Predicate<String> known, String allowed) {
    Set<String> codes = split(name, text);
    for (String code : codes) {
      if (!known.test(code)) {
        throw bad(name, "'" + code + "' is not " + allowed);
      }
    }
    return codes;
  }

  private static Set<String> split(String name, @Nullable String text) {
    Set<String> words =
        text == null || text.isEmpty()
            ? Set.of()
            : new LinkedHashSet<>(List.of(text.split(",", -1)));
    if (words.size() > MOST_CODES) {
      throw bad(name, "more than " + MOST_CODES + " codes");
    }
    return words;
  }

  private static RuntimeException bad(String name, String detail) {
    return Problem.badParameter(name, detail + ".").asException();
  }
}
