package dev.tradewind.ingest.line;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The lines of a submission's files that a number was made of. */
@Path("/api/v1/submissions/{id}/lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class LineResource {
  private static final int DEFAULT_LIMIT = 100;
  private static final int LARGEST_LIMIT = 1_000;
  private static final int MOST_CODES = 1_000;

  @RegisterForReflection
  @Schema(name = "IngestLinePage")
  record LinePage(
      List<LineItem> items,
      @Nullable String next,
      @Schema(description = "whether there are more rows than the limit") boolean more) {}

  private final Lines lines;

  LineResource(Lines lines) {
    this.lines = lines;
  }

  /** Reads the stored files again, so it takes as long as they are large. */
  @GET
  @Blocking
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getSubmissionLines",
      summary =
          "The lines of a submission's files for given months, regions, partners and products",
      description = "Each filter takes codes separated by commas; products are HS prefixes.")
  public LinePage lines(
      @RestPath UUID id,
      @RestQuery @Nullable String period,
      @RestQuery @Nullable String region,
      @RestQuery @Nullable String partner,
      @RestQuery @Nullable String product,
      @RestQuery @Nullable Integer limit)
      throws IOException {
    int most = limit == null ? DEFAULT_LIMIT : limit;
    if (most < 1 || most > LARGEST_LIMIT) {
      throw bad("limit", "not a number from 1 to " + LARGEST_LIMIT);
    }
    List<LineItem> found =
        lines.find(
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
                    "an HS prefix of 2 to 8 digits"),
                most));
    return new LinePage(found.subList(0, Math.min(most, found.size())), null, found.size() > most);
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
