package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.SubmissionEvent;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A submission of a generated history, the same in every currency it is told in.
 *
 * @param number its place in the history, from 0
 * @param boxes what its files observe: products × months × partners × regions
 * @param rows its cells
 * @param provisional whether its sender calls it so
 * @param withdrawnAfter the number of the submission after which it was withdrawn; -1 if never
 */
record Told(int number, List<Box> boxes, List<Cell> rows, boolean provisional, int withdrawnAfter) {
  private static final Instant BEGIN = Instant.parse("2025-08-01T00:00:00Z");
  private static final int STEP_SECONDS = 3_600;

  /** What one file observes. */
  record Box(
      List<String> products,
      List<String> months,
      List<String> partners,
      List<String> regions,
      boolean cut,
      boolean allPartners) {}

  /** One row. */
  record Cell(String month, String region, String product, String partner, long value, int pieces) {
    String key() {
      return month + region + product + partner;
    }
  }

  /** When the history's submission of that number was accepted. */
  static Instant acceptedAt(int number) {
    return BEGIN.plusSeconds((long) STEP_SECONDS * number);
  }

  UUID id(String currency) {
    return UUID.nameUUIDFromBytes(
        (currency + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  List<ExportBlock> blocks(String currency, long firstVintage) {
    Map<String, List<Cell>> slices = new TreeMap<>();
    rows.forEach(
        row -> slices.computeIfAbsent(row.month + row.region, k -> new ArrayList<>()).add(row));
    List<ExportBlock> blocks = new ArrayList<>();
    slices
        .values()
        .forEach(
            slice ->
                blocks.add(
                    new ExportBlock(
                        id(currency),
                        1,
                        firstVintage + number,
                        blocks.size(),
                        "X",
                        currency,
                        YearMonth.parse(slice.get(0).month),
                        slice.get(0).region,
                        slice.stream().map(Told::row).toList())));
    return blocks;
  }

  SubmissionEvent published(String currency, long firstVintage, Map<Integer, Long> ends) {
    return new SubmissionEvent.Published(
        SubmissionEvent.SCHEMA_VERSION,
        id(currency),
        1,
        firstVintage + number,
        acceptedAt(number),
        "X",
        currency,
        null,
        blocks(currency, firstVintage).size(),
        rows.size(),
        rows.size(),
        History.TOPIC_ID,
        ends,
        boxes.stream().map(box -> box(box, number)).toList(),
        provisional);
  }

  SubmissionEvent withdrawn(String currency, long firstVintage) {
    return new SubmissionEvent.Withdrawn(
        SubmissionEvent.SCHEMA_VERSION,
        id(currency),
        firstVintage + number,
        acceptedAt(withdrawnAfter).plusSeconds(STEP_SECONDS / 2),
        "X",
        currency);
  }

  private static CoverageBox box(Box box, int number) {
    List<YearMonth> months = box.months.stream().map(YearMonth::parse).toList();
    return new CoverageBox(
        "file" + number + ".csv",
        box.products,
        box.cut ? List.of() : months,
        box.cut ? months : List.of(),
        box.partners,
        box.regions,
        box.allPartners,
        false);
  }

  private static ExportBlock.Row row(Cell cell) {
    return cell.pieces == 0
        ? new ExportBlock.Row(cell.partner, cell.product, cell.value)
        : new ExportBlock.Row(cell.partner, cell.product, cell.value, (long) cell.pieces, "千克");
  }
}
