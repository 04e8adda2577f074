package dev.tradewind.ingest.chain;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a submission stands in the chain of those that cover the same cells.
 *
 * @param replaces older submissions, of which it took the place in these months
 * @param replacedBy newer ones, which took its place; a withdrawn one gave it back
 */
@Schema(name = "SubmissionLinks")
public record Links(List<Link> replaces, List<Link> replacedBy) {
  /** Stands alone. */
  public static final Links NONE = new Links(List.of(), List.of());

  /**
   * One other submission.
   *
   * @param state as in the submission
   * @param periods the months that both cover, written as 2025-07
   * @param products how many products both cover
   */
  @Schema(name = "SubmissionLink")
  public record Link(
      UUID submission, long vintage, String state, List<String> periods, int products) {}

  static Links of(UUID id, List<Row> rows) {
    return new Links(links(id, "newer", rows), links(id, "older", rows));
  }

  private static List<Link> links(UUID id, String mine, List<Row> rows) {
    return rows.stream()
        .filter(row -> id.equals(row.getUUID(mine)) && !id.equals(row.getUUID("other")))
        .map(
            row ->
                new Link(
                    row.getUUID("other"),
                    row.getLong("vintage"),
                    row.getString("state"),
                    List.of(row.getArrayOfStrings("periods")),
                    row.getInteger("products")))
        .toList();
  }
}
