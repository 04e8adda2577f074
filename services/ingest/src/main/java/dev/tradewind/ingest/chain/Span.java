package dev.tradewind.ingest.chain;

import dev.tradewind.contracts.message.CoverageBox;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first and last month that a coverage touches, as texts; both null if it is empty. Only a way
 * to find candidates quickly: months between need not be covered.
 */
public record Span(@Nullable String first, @Nullable String last) {
  /** The span of these boxes. */
  public static Span of(List<CoverageBox> boxes) {
    List<YearMonth> months =
        boxes.stream()
            .flatMap(box -> Stream.concat(box.months().stream(), box.listedOnly().stream()))
            .sorted(Comparator.naturalOrder())
            .toList();
    return months.isEmpty()
        ? new Span(null, null)
        : new Span(months.get(0).toString(), months.get(months.size() - 1).toString());
  }
}
